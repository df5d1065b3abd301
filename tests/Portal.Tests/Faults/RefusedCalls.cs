namespace Portal.Tests.Faults;

/// <summary>Counts the answers that no phone should get while nothing is wrong.</summary>
internal sealed class RefusedCalls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode >= 400)
            Interlocked.Increment(ref _count);
        return answer;
    }
}
