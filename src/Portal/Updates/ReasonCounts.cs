namespace Portal.Updates;

/// <summary>How many passes on phones an update has not reached for which reason. Equal when all counts are.</summary>
public sealed class ReasonCounts(IReadOnlyDictionary<LateReason, int> counts) : IEquatable<ReasonCounts>
{
    /// <summary>Those not known to have it, the ones nothing can be done about last.</summary>
    public IReadOnlyList<(LateReason Reason, int Count)> Late { get; } =
        [.. counts.Where(count => count.Key is not LateReason.NotLate).Select(count => (count.Key, count.Value)).OrderByDescending(count => count.Key)];

    /// <summary>How many could be pushed again, those that were pushed again within the hour among them.</summary>
    public int Pushable => Late.Where(late => LateWords.CanBePushedAgain(late.Reason)).Sum(late => late.Count);

    public int Of(LateReason reason) => counts.GetValueOrDefault(reason);

    public bool Equals(ReasonCounts? other) =>
        other is not null && Of(LateReason.NotLate) == other.Of(LateReason.NotLate) && Late.SequenceEqual(other.Late);

    public override bool Equals(object? obj) => Equals(obj as ReasonCounts);

    public override int GetHashCode() => HashCode.Combine(Of(LateReason.NotLate), Late.Count);
}
