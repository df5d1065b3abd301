using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>A batch of completions as one JSON parameter, which both databases take apart into rows.</summary>
internal static class CompletionJson
{
    public static string Write(PortalDbContext db, IReadOnlyList<PushCompletion> completions)
    {
        var sqlite = db.Database.IsSqlite();
        using var buffer = new MemoryStream(completions.Count * 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var completion in completions)
                Write(json, completion, sqlite);
            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, PushCompletion completion, bool sqlite)
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
        Instant(json, "at", completion.At, sqlite);
        if (completion.Outcome is { } outcome)
            WriteAnswer(json, completion, outcome);
        if (completion.Reason is { } reason)
            json.WriteString("reason", reason);
        if (completion.Outcome is PushOutcome.TokenDead)
            WriteDeath(json, completion, sqlite);
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, PushCompletion completion, PushOutcome outcome)
    {
        json.WriteString("outcome", outcome.ToString());
        json.WriteString("word", outcome is PushOutcome.Accepted ? nameof(PushOutcome.Accepted) : completion.Reason ?? outcome.ToString());
        json.WriteNumber("duration", (int)completion.Duration.TotalMilliseconds);
        if (completion.Status is { } status)
            json.WriteNumber("status", status);
        if (completion.ApnsId is { } id)
            json.WriteString("apns", id);
    }

    private static void WriteDeath(Utf8JsonWriter json, PushCompletion completion, bool sqlite)
    {
        json.WriteString("token", completion.Push.PushToken);
        json.WriteNumber("dated", completion.DeathIsDated ? 1 : 0);
        if (completion.DeadSince is { } dead)
            Instant(json, "dead", dead, sqlite);
    }

    private static void Instant(Utf8JsonWriter json, string name, DateTimeOffset instant, bool sqlite)
    {
        if (sqlite)
            json.WriteNumber(name, UtcMicroseconds.From(instant));
        else
            json.WriteString(name, instant.ToUniversalTime());
    }
}
