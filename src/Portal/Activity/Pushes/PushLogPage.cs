namespace Portal.Activity.Pushes;

/// <summary>A page of attempts, newest first.</summary>
/// <param name="Entries">The attempts.</param>
/// <param name="Older">The id before which the next page begins; null on the last one.</param>
public sealed record PushLogPage(IReadOnlyList<PushEntry> Entries, long? Older);
