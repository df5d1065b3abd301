using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Testing;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;

namespace Portal.Tests.Faults;

/// <summary>Anybody may post to <c>/v1/log</c>: one address gets its share, a thousand fill a table that does not grow.</summary>
[Trait("Fault", "F40")]
public sealed class LogFloodTests
{
    private const int Share = 10;
    private const int Kept = 500;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flood_from_one_address_is_429_and_from_a_thousand_is_capped()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Wallet:LogPostsPerMinute"] = $"{Share}", ["Wallet:KeptLogLines"] = $"{Kept}",
        };
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions { Settings = settings }, Cancelled);

        using var one = ClientFrom(portal, IPAddress.Parse("127.1.0.1"));
        var answers = new List<HttpStatusCode>();
        for (var post = 0; post < 3 * Share; post++)
            answers.Add(await PostAsync(one, post));
        Assert.Equal(Share, answers.Count(answer => answer is HttpStatusCode.OK));
        Assert.Equal(2 * Share, answers.Count(answer => answer is HttpStatusCode.TooManyRequests));

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), Cancelled, async (number, _) =>
        {
            using var client = ClientFrom(portal, new IPAddress([127, 2, (byte)(number / 250), (byte)(1 + (number % 250))]));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(client, number));
        });

        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.InRange(await db.DeviceComplaints.CountAsync(Cancelled), 1, Kept);
        new FaultReport(Lost: 0, Torn: 0, Duplicates: 0) { Detail = $"{answers.Count + 1_000} posts" }.Hold();
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, int number)
    {
        var lines = Enumerable.Range(0, 5).Select(line => $"Line {line} of post {number}");
        using var answer = await new WalletDevice(client, Face.Apple).LogAsync(WalletDevice.Json(JsonSerializer.Serialize(new { logs = lines })));
        return answer.StatusCode;
    }

    // Every address of 127.0.0.0/8 is this machine.
    private static HttpClient ClientFrom(PortalHost portal, IPAddress from) =>
        new(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(portal.Address.Host, portal.Address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = portal.Address,
        };
}
