using Xunit;

namespace Portal.Testing;

/// <summary>
/// What a fault did, printed with the run: saves lost, saves torn (a part of one is stored), pushes sent too often, and the
/// seed with which to repeat the run.
/// </summary>
/// <param name="Lost">Acknowledged saves whose value did not arrive at the end.</param>
/// <param name="Torn">Saves of which a part is stored.</param>
/// <param name="Duplicates">Accepted pushes that no save asked for.</param>
public sealed record FaultReport(long Lost, long Torn, long Duplicates)
{
    /// <summary>Of a run of chance.</summary>
    public int? Seed { get; init; }

    /// <summary>What else was counted, such as <c>200 kills</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>Prints the counts, and fails when a save was lost or torn.</summary>
    public void Hold()
    {
        TestContext.Current.SendDiagnosticMessage($"{TestContext.Current.Test?.TestDisplayName}: {this}");
        Assert.True(Lost == 0 && Torn == 0, ToString());
    }

    public override string ToString() =>
        $"lost {Lost:N0}, torn {Torn:N0}, duplicates {Duplicates:N0}{(Seed is null ? "" : $", seed {Seed}")}{(Detail is null ? "" : $"; {Detail}")}";
}
