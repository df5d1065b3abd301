using System.Globalization;
using System.Text.Json;
using Portal.Benchmarks.Processes;
using Wallet.Simulator.Apns;

namespace Portal.Benchmarks.Pushing;

/// <summary>The simulated APNs in a process of its own.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Root">The only root to trust there, in PEM.</param>
internal sealed record ApnsServer(Uri Address, string Root)
{
    /// <param name="args">How long it takes to answer, in milliseconds.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var apns = await SimulatedApns.StartAsync();
        apns.Script.ThinkTime = TimeSpan.FromMilliseconds(double.Parse(args[0], CultureInfo.InvariantCulture));
        await Child.ServeAsync(JsonSerializer.Serialize(new ApnsServer(apns.BaseAddress, apns.Root.ExportCertificatePem())));
        return 0;
    }

    /// <summary>What the child said about itself.</summary>
    public static ApnsServer Of(ChildProcess child) =>
        JsonSerializer.Deserialize<ApnsServer>(child.Ready) ?? throw new InvalidOperationException("The simulated APNs did not say where it is.");
}
