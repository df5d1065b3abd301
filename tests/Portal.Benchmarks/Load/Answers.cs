using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Portal.Benchmarks.Load;

/// <summary>Counts what phones are answered, and remembers what nobody should ever be answered.</summary>
internal sealed class Answers(HttpMessageHandler inner, FaultClock faults) : DelegatingHandler(inner)
{
    private const int MostKept = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _unexpected = new();
    private long _unexpectedCount;

    public IEnumerable<KeyValuePair<string, long>> Counts => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The first answers that should not have been given.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    public long UnexpectedCount => Interlocked.Read(ref _unexpectedCount);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (kind, began) = (Kind(request), DateTimeOffset.UtcNow);
        // Here and not in the client, which hands down one token for its own time-out and for whoever gives a request up.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(request, patience.Token);
            // An answer that breaks off or hangs half-way is none.
            await answer.Content.LoadIntoBufferAsync(patience.Token);
            Count($"{kind} {(int)answer.StatusCode}");
            if (!IsExpected(kind, answer.StatusCode, began))
                Note($"{DateTimeOffset.UtcNow:HH:mm:ss} {kind} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            return answer;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            answer?.Dispose();
            CountNone(kind, began, failure.Message);
            throw;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            answer?.Dispose();
            CountNone(kind, began, string.Create(CultureInfo.InvariantCulture, $"given up after {Patience.TotalSeconds:0} s"));
            // As the client itself would say it: phones and staff try again.
            throw new TaskCanceledException(late.Message, new TimeoutException(late.Message, late));
        }
    }

    // A portal that cannot work says 503, and only while something is wrong. All phones complain from one address.
    private bool IsExpected(string kind, HttpStatusCode status, DateTimeOffset began) =>
        (int)status < 400
        || (status is HttpStatusCode.TooManyRequests && kind is "log")
        || (status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway && faults.WasOpen(began, DateTimeOffset.UtcNow));

    private void CountNone(string kind, DateTimeOffset began, string reason)
    {
        Count($"{kind} no answer");
        if (!faults.WasOpen(began, DateTimeOffset.UtcNow))
            Note($"{DateTimeOffset.UtcNow:HH:mm:ss} {kind} got no answer without a fault: {reason}");
    }

    private void Count(string what) => _counts.AddOrUpdate(what, 1, static (_, count) => count + 1);

    private void Note(string what)
    {
        Interlocked.Increment(ref _unexpectedCount);
        if (_unexpected.Count < MostKept)
            _unexpected.Enqueue(what);
    }

    private static string Kind(HttpRequestMessage request)
    {
        var path = request.RequestUri?.AbsolutePath ?? "";
        return path switch
        {
            _ when path.StartsWith("/test/", StringComparison.Ordinal) => path,
            _ when path.StartsWith("/p/", StringComparison.Ordinal) => "download",
            _ when path.EndsWith("/log", StringComparison.Ordinal) => "log",
            _ when path.StartsWith("/v1/passes/", StringComparison.Ordinal) => "fetch",
            _ when request.Method == HttpMethod.Post => "register",
            _ when request.Method == HttpMethod.Delete => "unregister",
            _ => "list",
        };
    }
}
