using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>How near the portal comes to a limit that was measured in the same run.</summary>
/// <param name="Name">What was measured, and on which database.</param>
/// <param name="Value">The portal's rate, divided by the limit's.</param>
/// <param name="Goal">The least that is good enough.</param>
internal sealed record Ratio(string Name, double Value, double Goal)
{
    public bool IsReached => Value >= Goal;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ratio {Name} {Value:0.00} goal {Goal:0.00}");
}
