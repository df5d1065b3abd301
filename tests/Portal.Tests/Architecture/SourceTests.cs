using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Rules of style.md that the compiler does not hold.</summary>
public sealed partial class SourceTests
{
    private static readonly IReadOnlyList<Source> Production = Sources.In("src", ".cs", ".razor");
    private static readonly IReadOnlyList<Source> Everything = [.. Production, .. Sources.In("tests", ".cs", ".razor")];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Sources.AssertNone(
            Everything.Concat(Sources.In("src", ".css", ".js")).Where(source => source.Lines.Count > 400).Select(source => $"{source.Path}: {source.Lines.Count}"),
            "A file of more than 400 lines does several things:");

    [Fact]
    public void Half_of_the_files_are_shorter_than_60_lines()
    {
        var lengths = Production.Select(source => source.Lines.Count).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 0, 60);
    }

    [Fact]
    public void Time_comes_from_the_TimeProvider() =>
        Sources.AssertNone(Production, ClockOfTheMachine(), "Time comes from TimeProvider, so that tests can set it:");

    [Fact]
    public void Secrets_come_from_the_RandomNumberGenerator() =>
        Sources.AssertNone(
            Production.Where(source => !MayRollDice(source.Path)), Dice(), "Randomness comes from RandomNumberGenerator:");

    [Fact]
    public void Nothing_is_left_for_later() =>
        Sources.AssertNone(Everything.Where(source => !source.Path.EndsWith("/SourceTests.cs", StringComparison.Ordinal)), Unfinished(), "Left undone:");

    [Fact]
    public void Nothing_waits_by_blocking_a_thread() =>
        Sources.AssertNone(Production, Blocking(), "Async all the way:");

    [Fact]
    public void No_warning_is_silenced_in_the_code() =>
        Sources.AssertNone(Everything.Where(source => !source.Path.EndsWith("/SourceTests.cs", StringComparison.Ordinal)), Silenced(), "Mend the warning, or argue in .editorconfig:");

    [Fact]
    public void Text_stays_text() =>
        Sources.AssertNone(Production.Concat(Sources.In("wwwroot", ".js")), RawMarkup(), "What a device or a file brought must never become markup:");

    // MudAutocomplete keeps its text.
    [Fact]
    public void No_text_field_waits_by_itself() =>
        Sources.AssertNone(
            Production.Where(source => !source.Lines.Any(line => line.Contains("<MudAutocomplete", StringComparison.Ordinal))), WaitingField(),
            "A text field that waits forgets what was typed when its page is drawn anew; see SearchBox:");

    [Fact]
    public void No_test_sleeps() =>
        Sources.AssertNone(Sources.In("tests", ".cs").Where(source => !source.Path.EndsWith("/SourceTests.cs", StringComparison.Ordinal)), Sleeps(), "Wait on a condition, not for a while:");

    // Jitter of retries, and everything the simulated phones and the samples make up.
    private static bool MayRollDice(string path) =>
        path.StartsWith("src/Portal/Push/", StringComparison.Ordinal)
        || path.StartsWith("src/Portal/Demo/", StringComparison.Ordinal)
        || path.StartsWith("src/Wallet.Simulator/", StringComparison.Ordinal);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ClockOfTheMachine();

    [GeneratedRegex(@"\bRandom\.Shared\b|\bnew Random\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Dice();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException", RegexOptions.ExplicitCapture)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|(Async\([^)]*\)|[tT]ask)\.(Result|Wait\(\))|\basync void\b|Thread\.Sleep\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Blocking();

    [GeneratedRegex(@"#pragma warning disable", RegexOptions.ExplicitCapture)]
    private static partial Regex Silenced();

    [GeneratedRegex(@"\bMarkupString\b|AddMarkupContent|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write\b", RegexOptions.ExplicitCapture)]
    private static partial Regex RawMarkup();

    [GeneratedRegex(@"\bDebounceInterval=", RegexOptions.ExplicitCapture)]
    private static partial Regex WaitingField();

    [GeneratedRegex(@"Task\.Delay\(\s*\d|Thread\.Sleep\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Sleeps();
}
