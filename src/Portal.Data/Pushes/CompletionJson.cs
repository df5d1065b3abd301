using System.Text;
using System.Text.Json;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>A batch of completions as SQLite takes it apart: one JSON object each, instants in microseconds.</summary>
internal static class CompletionJson
{
    public static string Write(IReadOnlyList<PushCompletion> completions)
    {
        using var buffer = new MemoryStream(completions.Count * 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var completion in completions)
                Write(json, completion);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, PushCompletion completion)
    {
        var push = completion.Push;
        json.WriteStartObject();
        json.WriteNumber("target", push.PushTargetId);
        json.WriteNumber("type", push.PassTypeId);
        // SQLite compares text, and Microsoft.Data.Sqlite stores a Guid in capitals.
        json.WriteString("lease", push.LeaseId.ToString().ToUpperInvariant());
        json.WriteNumber("tag", push.Tag);
        json.WriteNumber("fate", (int)completion.Fate);
        json.WriteNumber("delay", (long)completion.Delay.TotalMicroseconds);
        json.WriteNumber("at", UtcMicroseconds.From(completion.At));
        if (completion.Outcome is { } outcome)
            WriteAnswer(json, completion, outcome);
        if (completion.Reason is { } reason)
            json.WriteString("reason", reason);
        if (completion.Outcome is PushOutcome.TokenDead)
            WriteDeath(json, completion);
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, PushCompletion completion, PushOutcome outcome)
    {
        json.WriteString("outcome", outcome.ToString());
        json.WriteString("word", CompletionColumns.Word(completion));
        json.WriteNumber("duration", (int)completion.Duration.TotalMilliseconds);
        if (completion.Status is { } status)
            json.WriteNumber("status", status);
        if (completion.ApnsId is { } id)
            json.WriteString("apns", id);
    }

    private static void WriteDeath(Utf8JsonWriter json, PushCompletion completion)
    {
        json.WriteString("token", completion.Push.PushToken);
        json.WriteNumber("dated", completion.DeathIsDated ? 1 : 0);
        if (completion.DeadSince is { } dead)
            json.WriteNumber("dead", UtcMicroseconds.From(dead));
    }
}
