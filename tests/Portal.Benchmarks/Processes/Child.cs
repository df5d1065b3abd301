namespace Portal.Benchmarks.Processes;

/// <summary>What this program does when it was started by itself: one server, until its standard input ends.</summary>
internal static class Child
{
    private const string Word = "child";

    private static readonly Dictionary<string, Func<string[], Task<int>>> Roles = new(StringComparer.Ordinal);

    public static bool IsAskedFor(string[] args) => args is [Word, _, ..] && Roles.ContainsKey(args[1]);

    public static Task<int> RunAsync(string[] args) => Roles[args[1]](args[2..]);
}
