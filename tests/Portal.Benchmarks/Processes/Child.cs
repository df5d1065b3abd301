using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Pushing;

namespace Portal.Benchmarks.Processes;

/// <summary>What this program does when it was started by itself: one server, until its standard input ends.</summary>
internal static class Child
{
    /// <summary>The first argument of a child; its role follows.</summary>
    public const string Word = "child";

    private static readonly Dictionary<string, Func<string[], Task<int>>> Roles = new(StringComparer.Ordinal)
    {
        [nameof(ApnsServer)] = ApnsServer.RunAsync,
        [nameof(EmptyServer)] = EmptyServer.RunAsync,
    };

    public static bool IsAskedFor(string[] args) => args is [Word, _, ..] && Roles.ContainsKey(args[1]);

    public static Task<int> RunAsync(string[] args) => Roles[args[1]](args[2..]);

    /// <summary>Tells the parent what it waits for, in one line, and returns when the parent wants no more or is gone.</summary>
    public static async Task ServeAsync(string ready)
    {
        Console.WriteLine(ready);
        await Console.In.ReadToEndAsync();
    }
}
