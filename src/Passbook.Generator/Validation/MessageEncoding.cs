using System.Text;

namespace Passbook.Generator;

/// <summary>Whether a character set has all letters of a message.</summary>
internal static class MessageEncoding
{
    /// <summary>True when it has, false when it lacks one; null when there is no such character set.</summary>
    public static bool? Holds(string name, string message)
    {
        // The two of nearly all passes, without making an encoding for each.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase))
            return !message.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return !message.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || CanEncode(Find("utf-8"), message);
        return Find(name) is { } encoding ? CanEncode(encoding, message) : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool CanEncode(Encoding? encoding, string message)
    {
        try
        {
            encoding?.GetByteCount(message);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
