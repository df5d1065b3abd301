using System.Net;
using System.Text.Json;
using Portal.Activity.Complaints;
using Portal.Data.Activity;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>Lines of phones, from the log address to the page.</summary>
public abstract class ComplaintTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_that_complain_of_the_same_become_one_complaint_with_its_phones()
    {
        var (pass, other) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var devices = new[] { fixture.Device(Face.Apple), fixture.Device(Face.Apple) };
        foreach (var device in devices)
        {
            using var registered = await device.RegisterAsync(pass);
            Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        }

        await PostAsync(
            Refused(devices[0].Id, pass.PassType, pass.SerialNumber), Refused(devices[1].Id, pass.PassType, pass.SerialNumber),
            Refused("nobody-knows-me", pass.PassType, pass.SerialNumber), Unchanged(pass.PassType, pass.SerialNumber),
            Unchanged(pass.PassType, other.SerialNumber), Unchanged("pass.of.nobody", pass.SerialNumber));

        var log = new ComplaintLog(fixture.Portal.Contexts);
        var groups = await log.GroupsAsync(pass.Id, 10, Cancelled);
        Assert.Equal([(ComplaintKind.Unchanged, 1, 0), (ComplaintKind.TokenRefused, 3, 2)], groups.Select(group => (group.Kind, group.Lines, group.Devices)));
        Assert.All(groups, group => Assert.Equal((1, pass.Id, pass.SerialNumber), (group.Passes, group.PassId, group.SerialNumber)));
        Assert.Equal(1, Assert.Single(await log.GroupsAsync(other.Id, 10, Cancelled)).Lines);
        Assert.Contains(await log.GroupsAsync(passId: null, 100, Cancelled), group => group is { Passes: 2, Lines: 3, PassId: null, Kind: ComplaintKind.Unchanged });

        // Without the devices they name, which are masked, they are one and the same.
        var line = Assert.Single(await log.LinesAsync(groups[1].Newest, pass.Id, 10, Cancelled));
        Assert.Equal(3, line.Lines);
        Assert.DoesNotContain(devices[0].Id, line.Line.Line, StringComparison.Ordinal);
        Assert.Contains(pass.SerialNumber, line.Line.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_say_the_very_same_are_shown_once_with_their_number()
    {
        await PostAsync("a", "b", "a", "c", "a", "c");

        var log = new ComplaintLog(fixture.Portal.Contexts);
        var unknown = (await log.GroupsAsync(passId: null, 100, Cancelled)).Single(group => group is { Task: ComplaintTask.Unknown, Kind: ComplaintKind.Other });
        Assert.Equal([("c", 2), ("a", 3), ("b", 1)], await ShownAsync(10));
        Assert.Equal([("c", 2), ("a", 3)], await ShownAsync(2));

        async Task<IEnumerable<(string, int)>> ShownAsync(int count) =>
            (await log.LinesAsync(unknown.Newest, passId: null, count, Cancelled)).Select(entry => (entry.Line.Line, entry.Lines));
    }

    private static string Refused(string device, string passType, string serial) =>
        $"Register task (for device {device}, pass type {passType}, serial number {serial}; with web service url https://a.example/) encountered error: Authentication failure";

    private static string Unchanged(string passType, string serial) =>
        $"Web service error for {passType} (https://a.example/): Server requested update to serial number '{serial}', but the pass was unchanged.";

    private async Task PostAsync(params string[] lines)
    {
        using var answer = await fixture.Device(Face.Apple).LogAsync(WalletDevice.Json(JsonSerializer.Serialize(new { logs = lines })));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

public sealed class ComplaintOnSqliteTests(ProtocolOnSqlite fixture) : ComplaintTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class ComplaintOnPostgresTests(ProtocolOnPostgres fixture) : ComplaintTests(fixture), IClassFixture<ProtocolOnPostgres>;
