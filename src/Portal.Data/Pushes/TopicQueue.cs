namespace Portal.Data.Pushes;

/// <summary>What waits for one pass type.</summary>
/// <param name="PassTypeId">The pass type.</param>
/// <param name="Topic">Its identifier, which is the topic of its pushes.</param>
/// <param name="Stopped">APNs refused the topic, or the brake did: nothing of it may be claimed.</param>
/// <param name="Renewed">Stopped, but its signing certificate was replaced since.</param>
/// <param name="DueIn">
/// By <see cref="PushPriority"/>: until the next push is due, zero or less when one is; null when none waits.
/// </param>
public sealed record TopicQueue(int PassTypeId, string Topic, bool Stopped, bool Renewed, IReadOnlyList<TimeSpan?> DueIn);
