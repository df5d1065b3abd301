using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary><c>POST log</c>. B25 of the table of bad inputs.</summary>
public abstract class LogTests(ProtocolFixture fixture)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task What_a_device_complains_of_is_stored_without_authorization(Face face)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(face, _name + " one", _name + " two"));

        Assert.Equal([_name + " one", _name + " two"], await StoredAsync(), StringComparer.Ordinal);
    }

    [Theory, BothFaces]
    [Trait("Input", "B25")]
    public async Task B25_lines_beyond_100_are_dropped(Face face)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(face, [.. Enumerable.Range(0, 101).Select(number => $"{_name} {number}")]));

        Assert.Equal(100, (await StoredAsync()).Count);
    }

    [Theory, BothFaces]
    [Trait("Input", "B25")]
    public async Task B25_a_line_is_cut_after_1000_characters(Face face)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(face, _name.PadRight(1001, 'x')));

        Assert.Equal(_name.PadRight(1000, 'x'), Assert.Single(await StoredAsync()));
    }

    [Theory]
    [BothFaces("\u001b[31mred\u001b[0m")]
    [BothFaces("one\r\ntwo")]
    [BothFaces("<script>alert(1)</script>")]
    [BothFaces("\u202Eright to left")]
    [BothFaces("'; DROP TABLE \"DeviceComplaints\";--")]
    [Trait("Input", "B25")]
    public async Task B25_whatever_stands_in_a_line_is_stored_as_text(Face face, string text)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(face, _name + text));

        Assert.Equal(_name + text, Assert.Single(await StoredAsync()));
    }

    [Theory, BothFaces]
    [Trait("Input", "B25")]
    public async Task B25_NUL_which_PostgreSQL_cannot_store_is_replaced(Face face)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(face, _name + "a\0b"));

        Assert.Equal(_name + "a\uFFFDb", Assert.Single(await StoredAsync()));
    }

    [Theory]
    [BothFaces("")]
    [BothFaces("[]")]
    [BothFaces("null")]
    [BothFaces("{}")]
    [BothFaces("""{"logs":"x"}""")]
    [BothFaces("""{"logs":null}""")]
    [BothFaces("""{"logs":[1,{}]}""")]
    [BothFaces("""{"logs":["a",null]}""")]
    [BothFaces("""{"logs":["\ud800"]}""")]
    [BothFaces("""{"logs":["a"],"logs":["b"]}""")]
    [Trait("Input", "B25")]
    public async Task B25_anything_but_a_list_of_texts_is_400(Face face, string json)
    {
        using var answer = await fixture.Device(face).LogAsync(WalletDevice.Json(json));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory, BothFaces]
    public async Task An_empty_list_is_200(Face face) => Assert.Equal(HttpStatusCode.OK, await PostAsync(face));

    [Theory]
    [BothFaces(128 * 1024, HttpStatusCode.OK)]
    [BothFaces((128 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_log_has_at_most_128_kB(Face face, int length, HttpStatusCode status)
    {
        using var answer = await fixture.Device(face).LogAsync(WalletDevice.Json("""{"logs":[]}""".PadRight(length)));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory, BothFaces]
    [Trait("Input", "B19")]
    public async Task B19_a_nest_of_100_000_brackets_is_400(Face face)
    {
        using var answer = await fixture.Device(face).LogAsync(new ByteArrayContent(Encoding.ASCII.GetBytes(new string('[', 100_000))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpStatusCode> PostAsync(Face face, params string[] lines)
    {
        using var answer = await fixture.Device(face).LogAsync(WalletDevice.Json(JsonSerializer.Serialize(new { logs = lines })));
        return answer.StatusCode;
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.DeviceComplaints.Where(complaint => complaint.Line.StartsWith(_name)).OrderBy(complaint => complaint.Id)
            .Select(complaint => complaint.Line).ToListAsync(Cancelled);
    }
}

public sealed class LogOnSqliteTests(ProtocolOnSqlite fixture) : LogTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class LogOnPostgresTests(ProtocolOnPostgres fixture) : LogTests(fixture), IClassFixture<ProtocolOnPostgres>;
