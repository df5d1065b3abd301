using System.Text;
using System.Text.Json;
using Passbook.Generator;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>What is asked of answers to requests that no HTTP client would send.</summary>
internal static class RawAnswers
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Fetches a pass by a path that stands in the request line as it is.</summary>
    public static Task<RawAnswer> FetchRawAsync(this ProtocolFixture fixture, Face face, TestPass pass, string rawSerial) =>
        fixture.Portal.SendRawAsync($"GET {face.Prefix}/passes/{pass.PassType}/{rawSerial} HTTP/1.1\nAuthorization: ApplePass {pass.Token}", Cancelled);

    /// <summary>Problem details with this status, and neither a cookie nor a way elsewhere.</summary>
    public static void IsProblem(this RawAnswer answer, int status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Location"));
        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
    }

    /// <summary>What the server refuses before any code of ours sees it: a status and nothing else.</summary>
    public static void IsOfTheServer(this RawAnswer answer, int status)
    {
        Assert.Equal((status, ""), (answer.Status, answer.Body));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    public static async Task IsPassAsync(this RawAnswer answer, TestPass pass)
    {
        Assert.Equal((200, PassPackage.MediaType), (answer.Status, answer.Header("Content-Type")));
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(answer.Body));
        var opened = await PassPackage.ReadAsync(file, Cancelled);
        Assert.Equal((pass.SerialNumber, pass.Token), (opened.Pass?.SerialNumber, opened.Pass?.AuthenticationToken));
    }
}
