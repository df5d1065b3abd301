using Portal.Testing;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

public sealed class ProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SIGTERM_ends_the_portal_with_exit_code_0()
    {
        using var folder = TemporaryFolder.Create();
        await using var portal = PortalProcess.Start(SettingsFor(folder));
        await portal.Address.WaitAsync(TimeSpan.FromMinutes(2), Cancelled);
        Assert.Equal(0, await portal.StopAsync(Cancelled));
    }

    [Theory]
    [InlineData("Portal:PublicBaseUrl", "https://passes.example.com/v1")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Data:MasterKey", "c2hvcnQ=")]
    [InlineData("Push:BulkPerSecond", "abc")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "rubbish")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "smoke")]
    [InlineData("ConnectionStrings:Portal", "Data Source=/no/such/folder/x.db")]
    [InlineData("Apns:TrustedRootFile", "/no/such/folder/root.pem")]
    public async Task A_wrong_setting_ends_the_start_with_one_line_that_names_its_key(string key, string value)
    {
        using var folder = TemporaryFolder.Create();
        await using var portal = PortalProcess.Start(new Dictionary<string, string?>(SettingsFor(folder), StringComparer.Ordinal) { [key] = value });
        Assert.NotEqual(0, await portal.ExitCodeAsync(Cancelled));
        Assert.Contains(key, Assert.Single(portal.Output), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> SettingsFor(TemporaryFolder folder) => new(StringComparer.Ordinal)
    {
        ["Data:Folder"] = folder.Path,
        ["Demo:Enabled"] = "false",
        ["Portal:PublicBaseUrl"] = "",
    };
}
