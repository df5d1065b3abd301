using System.Diagnostics;
using System.Net;
using Portal.Data.Pushes;
using Portal.Hosting.Telemetry;

namespace Portal.Push;

/// <summary>One HTTP/2 connection with its gate. It is replaced when nothing came from it for as long as a push may take.</summary>
internal sealed class ApnsConnection : IPushSlot, IDisposable
{
    /// <summary>How long a push may take once it is under way. HttpClient does not notice every dead peer by itself.</summary>
    public static readonly TimeSpan PushTimeout = TimeSpan.FromSeconds(10);

    private readonly ApnsClient _client;
    private readonly InFlightGate _gate;
    private HttpMessageInvoker _http;
    private long _answeredAt;
    private volatile bool _retired;
    private int _closed;

    public ApnsConnection(ApnsClient client, int mostInFlight)
    {
        _client = client;
        _gate = new InFlightGate(mostInFlight, client.Time);
        _http = client.Handlers.Create();
    }

    public int Limit => _gate.Limit;

    public int Free => _gate.Limit - _gate.InUse;

    public bool TryReserve() => !_retired && _gate.TryEnter();

    public async Task<PushAnswer> SendAsync(DuePush push, CancellationToken cancellationToken)
    {
        if (!ApnsRequest.CanSend(push))
        {
            _gate.Leave();
            return new PushAnswer(PushReaction.Park) { Reason = "TokenNotHexadecimal" };
        }

        using var span = PortalTracing.Begin("push", ActivityKind.Client)?.SetTag("portal.topic", _client.Topic);
        var began = _client.Time.GetTimestamp();
        using var deadline = new CancellationTokenSource(PushTimeout, _client.Time);
        await using var stop = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource?)source)?.Cancel(), deadline);
        var http = Volatile.Read(ref _http);
        try
        {
            var answer = await AskAsync(http, push, deadline.Token);
            Volatile.Write(ref _answeredAt, _client.Time.GetTimestamp());
            _client.Reconnects.Answered();
            span?.SetTag("http.response.status_code", answer.Status).SetTag("portal.reason", answer.Reason);
            var took = _client.Time.GetElapsedTime(began);
            _gate.LeaveWell(took);
            return answer with { Duration = took };
        }
        catch (Exception silence) when (IsSilence(silence, cancellationToken))
        {
            _gate.LeaveInTrouble();
            var reason = deadline.IsCancellationRequested ? ApnsSilence.TimedOut : ApnsSilence.Word(silence);
            span?.SetStatus(ActivityStatusCode.Error, reason);
            _client.Report(reason, silence);
            if (reason == ApnsSilence.TimedOut && Volatile.Read(ref _answeredAt) <= began)
                Replace(http);
            return new PushAnswer(PushReaction.Retry) { Reason = reason, Duration = _client.Time.GetElapsedTime(began) };
        }
        catch
        {
            // Whatever it was: a place that nobody gives back is lost until the portal ends.
            _gate.Leave();
            throw;
        }
        finally
        {
            if (_retired)
                DisposeWhenIdle();
        }
    }

    /// <summary>Lets what is under way end, then closes.</summary>
    public void Retire()
    {
        _retired = true;
        DisposeWhenIdle();
    }

    public void Dispose() => Volatile.Read(ref _http).Dispose();

    private static bool IsSilence(Exception problem, CancellationToken cancellationToken) => problem switch
    {
        HttpRequestException or IOException or ObjectDisposedException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private async Task<PushAnswer> AskAsync(HttpMessageInvoker http, DuePush push, CancellationToken cancellationToken)
    {
        var apnsId = Guid.NewGuid().ToString();
        using var request = ApnsRequest.Create(_client.BaseAddress, _client.Topic, push, apnsId, _client.Time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = response.StatusCode is HttpStatusCode.OK
            ? new ApnsAnswer(200, null, null)
            : ApnsAnswer.Read((int)response.StatusCode, (await ApnsBody.ReadAsync(response.Content, cancellationToken)).Span);
        return new PushAnswer(ApnsReaction.To(answer))
        {
            Status = answer.Status,
            Reason = answer.Reason,
            ApnsId = response.Headers.TryGetValues("apns-id", out var ids) ? ApnsBody.Id(ids, apnsId) : apnsId,
            DeadSince = answer.Timestamp,
            DeathIsDated = answer.Status == 410,
        };
    }

    // A peer that went away without a word keeps its connection open for a quarter of an hour. Nothing new goes out on it;
    // what is under way has its own ten seconds still, and .NET closes the connection with the last of it.
    private void Replace(HttpMessageInvoker silent)
    {
        if (!ReferenceEquals(Volatile.Read(ref _http), silent))
            return;
        var fresh = _client.Handlers.Create();
        var old = Interlocked.CompareExchange(ref _http, fresh, silent);
        (ReferenceEquals(old, silent) ? silent : fresh).Dispose();
    }

    private void DisposeWhenIdle()
    {
        if (_gate.InUse > 0)
            return;
        Dispose();
        if (Interlocked.Exchange(ref _closed, 1) == 0)
            _client.Closed();
    }
}
