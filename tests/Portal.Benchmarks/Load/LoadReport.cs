using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Load;

/// <summary>What a run counted, in lines.</summary>
internal static class LoadReport
{
    public static string Of(LoadWorld world, Verdict verdict, TimeSpan? quietAfter)
    {
        var text = new StringBuilder();
        Line($"saves {world.Ledger.Saves} acknowledged, {world.Ledger.Repeats} asked for again, {world.Ledger.Publications} publications");
        Line($"pushes {world.Ground.Apns.Journal.Accepted} accepted of {world.Ground.Apns.Journal.Received} received");
        Line($"answers {string.Join(", ", world.Answers.Counts.Select(pair => $"{pair.Key}: {pair.Value}"))}");
        Line($"faults {string.Join(", ", world.Faults.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Line($"from saved to shown, without a fault: {world.Lags.Quiet}");
        Line($"from saved to shown, in and after faults: {world.Lags.Troubled}");
        Line($"complaints of phones {string.Join(", ", world.Lags.Complaints.Select(pair => $"{pair.Key.Trim()} {pair.Value}"))}");
        foreach (var node in world.Nodes)
            Line($"node {node.Number}: {node.Starts} starts, the longest {node.LongestStart.TotalSeconds:0.0} s, at most {node.MostMemory / 1e6:0} MB, {node.Unhandled} unhandled exceptions");
        Line(quietAfter is { } quiet ? (FormattableString)$"quiet {quiet.TotalSeconds:0.0} s after the last save" : $"NOT quiet in time");
        foreach (var unexpected in world.Answers.Unexpected.Concat(verdict.Differences))
            Line($"! {unexpected}");
        Line($"unexpected answers {world.Answers.UnexpectedCount}");
        Line($"compared {verdict.Compared} passes on {world.Fleet.Phones.Count} phones: lost {verdict.Lost}, unregistered {verdict.Unregistered}, torn {verdict.Torn}, left {verdict.Left}");
        Line($"seed {world.Options.Seed}, ledger {world.Ledger.Digest()}");
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
