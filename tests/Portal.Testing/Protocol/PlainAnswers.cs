using System.Text.Json;
using Xunit;

namespace Portal.Testing.Protocol;

/// <summary>
/// Holds every answer that passes through to what no answer of the protocol may break: no cookie, no redirect, and problem
/// details with every error.
/// </summary>
public sealed class PlainAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await CheckAsync(request, answer, cancellationToken);
        return answer;
    }

    private static async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        Assert.False(answer.Headers.Contains("Set-Cookie"), "The answer sets a cookie.");
        Assert.Null(answer.Headers.Location);
        Assert.True(status is < 300 or 304 or >= 400 and < 600, $"{status} is a redirect.");
        Assert.NotEqual(500, status);
        if (status < 400)
            return;

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.ToString());
        if (request.Method == HttpMethod.Head)
            return;
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()));
    }
}
