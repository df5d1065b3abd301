namespace Passbook.Generator.Tests.Support;

internal static class Bundles
{
    public static async Task<byte[]> WriteAsync(IEnumerable<Pass> passes)
    {
        var output = new MemoryStream();
        await PassBundle.WriteAsync(output, passes.Select(pass => new BundledPass(pass, Samples.Assets, Development.Signer)), TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static Task<List<BundleEntry>> ReadAsync(byte[] bundle, PassReadOptions? options = null) => ReadAsync(new MemoryStream(bundle), options);

    public static async Task<List<BundleEntry>> ReadAsync(Stream bundle, PassReadOptions? options = null)
    {
        var entries = new List<BundleEntry>();
        await foreach (var entry in PassBundle.ReadAsync(bundle, options ?? PassReadOptions.Default, TestContext.Current.CancellationToken))
            entries.Add(entry);
        return entries;
    }
}
