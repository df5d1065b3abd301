using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Wallet.Simulator.Apns.Http2;

namespace Wallet.Simulator.Apns;

/// <summary>Answers one request after the other.</summary>
internal sealed class PushEndpoint(ApnsScript script, DeviceTokens tokens, ApnsJournal journal, StreamSettings settings, TimeProvider time, Action<DeliveredPush> delivered)
{
    private static readonly string[] SingleHeaders = ["apns-topic", "apns-id", "apns-push-type", "apns-priority", "apns-expiration"];

    // RFC 9113, 7.
    private const int RefusedStream = 7;

    private readonly PushReader _reader = new(time);

    public async Task HandleAsync(HttpContext context)
    {
        var connection = context.Features.GetRequiredFeature<ApnsConnection>();
        AnsweredPush? answered = null;
        journal.Begin();
        try
        {
            if (!connection.TryBegin(settings.Limit))
            {
                Refuse(context);
                return;
            }

            answered = await AnswerAsync(context, connection);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The client gave up on this push: there is nobody left to answer.
        }
        finally
        {
            connection.End();
            journal.End(answered);
        }
    }

    private void Refuse(HttpContext context)
    {
        journal.Refuse();
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(RefusedStream);
    }

    private async Task<AnsweredPush?> AnswerAsync(HttpContext context, ApnsConnection connection)
    {
        var (push, length) = await _reader.ReadAsync(context, connection);
        connection.Saw(push.Stream);
        if (connection.LeftBehind(push.Stream)) return null;
        var answer = Refuse(context, push, length, connection.Client) ?? script.Decide(push) ?? tokens.Judge(push.Token) ?? ApnsAnswer.Ok;
        var wait = answer.After ?? script.ThinkTime;
        if (wait != TimeSpan.Zero) await Task.Delay(wait, time, context.RequestAborted);

        if (answer.Ending == ApnsEnding.GoAway)
        {
            connection.GoAway(answer.GoAwayFrame ?? new(), push.Stream);
            journal.SentGoAway();
            // A stream that its GOAWAY counts as processed still gets the answer of an ordinary push.
            if (!connection.LeftBehind(push.Stream)) answer = ApnsAnswer.Ok;
        }

        // Another push's GOAWAY may have overtaken this one: then nothing was answered and nothing delivered.
        if (!connection.TryAnswer(push.Stream)) return answer.Ending == ApnsEnding.GoAway ? new AnsweredPush(push, answer) : null;
        await EndAsync(context, connection, push, answer);
        return new AnsweredPush(push, answer);
    }

    private static ApnsAnswer? Refuse(HttpContext context, ApnsPush push, long length, ClientIdentity client)
    {
        if (context.Request.Path.Value?.StartsWith(PushReader.PathPrefix, StringComparison.Ordinal) != true) return ApnsAnswer.Error(404, ApnsReasons.BadPath);
        if (!HttpMethods.IsPost(context.Request.Method)) return ApnsAnswer.Error(405, ApnsReasons.MethodNotAllowed);
        foreach (var name in SingleHeaders)
            if (context.Request.Headers[name].Count > 1) return ApnsAnswer.Error(400, ApnsReasons.DuplicateHeaders);
        return PushRules.Judge(push, client)
            ?? length switch
            {
                0 => ApnsAnswer.Error(400, ApnsReasons.PayloadEmpty),
                > PushRules.LargestPayload => ApnsAnswer.Error(413, ApnsReasons.PayloadTooLarge),
                _ => PushRules.Token(push.Token),
            };
    }

    private async ValueTask EndAsync(HttpContext context, ApnsConnection connection, ApnsPush push, ApnsAnswer answer)
    {
        switch (answer.Ending)
        {
            case ApnsEnding.Disconnect:
                connection.Cut();
                return;
            case ApnsEnding.Reset:
                context.Abort();
                return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.Headers["apns-id"] = push.ApnsId;
        if (answer.Status == 200) delivered(new DeliveredPush(push.Token, push.Topic ?? "", push.ApnsId));
        else await context.Response.BodyWriter.WriteAsync(Body(answer), context.RequestAborted);
    }

    private static byte[] Body(ApnsAnswer answer) => answer.Body is { } body ? Encoding.UTF8.GetBytes(body) : answer.Timestamp is { } since
        ? JsonSerializer.SerializeToUtf8Bytes(new { reason = answer.Reason, timestamp = since.ToUnixTimeMilliseconds() })
        : JsonSerializer.SerializeToUtf8Bytes(new { reason = answer.Reason });
}
