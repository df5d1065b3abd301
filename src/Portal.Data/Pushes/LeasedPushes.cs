using System.Buffers;
using System.Text;
using System.Text.Json;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>The pushes of a lease as JSON, an array for each, in the order in which <see cref="PushClaimSql"/> takes it apart.</summary>
internal static class LeasedPushes
{
    public static string Write(IReadOnlyList<DuePush> pushes)
    {
        var text = new ArrayBufferWriter<byte>(pushes.Count * 64);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartArray();
            foreach (var push in pushes)
                Write(json, push);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, DuePush push)
    {
        json.WriteStartArray();
        json.WriteNumberValue(push.PushTargetId);
        json.WriteNumberValue(push.Tag);
        json.WriteNumberValue((int)push.Priority);
        json.WriteNumberValue(push.Attempts);
        json.WriteNumberValue(UtcMicroseconds.From(push.QueuedAt));
        json.WriteNumberValue(UtcMicroseconds.From(push.ExpiresAt));
        json.WriteEndArray();
    }
}
