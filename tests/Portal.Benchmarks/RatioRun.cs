using Portal.Benchmarks.Generating;
using Portal.Benchmarks.Getting;
using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Publishing;
using Portal.Benchmarks.Pushing;
using Portal.Benchmarks.Registering;
using Portal.Benchmarks.Signing;
using Portal.Benchmarks.Stocked;
using Portal.Benchmarks.Storming;

namespace Portal.Benchmarks;

/// <summary>Takes the measurements that were asked for, and prints a line for each ratio.</summary>
internal static class RatioRun
{
    private const string OfPortal = "ratios";
    private const string OfGenerator = "generator";

    // As a shell has it for what was ended by Ctrl+C.
    private const int Interrupted = 130;

    private static readonly Dictionary<string, Func<CancellationToken, IAsyncEnumerable<Ratio>>> Measurements = new(StringComparer.Ordinal)
    {
        ["sign"] = SignRatio.MeasureAsync,
        ["list"] = ListRatio.MeasureAsync,
        ["push"] = PushRatio.MeasureAsync,
        ["get"] = GetRatio.MeasureAsync,
        ["register"] = RegisterRatio.MeasureAsync,
        ["publish"] = PublishRatio.MeasureAsync,
        ["overtake"] = OvertakeRatio.MeasureAsync,
        ["storm"] = StormRatio.MeasureAsync,
        ["flat"] = FlatRatio.MeasureAsync,
        [OfGenerator] = GeneratorRatios.MeasureAsync,
    };

    /// <returns>The exit code: 0 when every goal was reached, 1 when one was missed, 2 when it is not known what to measure.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        string[] asked = args is [] or [OfPortal] ? [.. Measurements.Keys.Where(name => name is not OfGenerator)] : args;
        if (asked.FirstOrDefault(name => !Measurements.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no measurement '{unknown}': ask for {OfPortal}, {string.Join(", ", Measurements.Keys)}.");
            return 2;
        }

        using var stopped = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopped.Cancel();
        };
        // Only ratios go to the standard output, whatever a portal in this process has to say.
        var output = Console.Out;
        Console.SetOut(Console.Error);
        try
        {
            return await MeasureAsync(asked, output, stopped.Token) ? 0 : 1;
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    private static async Task<bool> MeasureAsync(string[] asked, TextWriter output, CancellationToken cancellationToken)
    {
        var reached = true;
        foreach (var name in asked)
        {
            await foreach (var ratio in Measurements[name](cancellationToken))
            {
                await output.WriteLineAsync(ratio.ToString());
                reached &= ratio.IsReached;
            }
        }

        return reached;
    }
}
