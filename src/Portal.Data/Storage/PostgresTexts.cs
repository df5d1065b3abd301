using System.Text;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>Texts that PostgreSQL cannot store.</summary>
internal static class PostgresTexts
{
    /// <summary>It knows no U+0000 and no half of a letter.</summary>
    public static bool CanBeStored(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i)))
                return false;
            if (char.IsSurrogate(text[i]))
                i++;
        }

        return true;
    }

    /// <summary>Whether a query failed because of one of the texts in it. Class 22 are 'data exceptions'; the other is a text that is no Unicode.</summary>
    public static bool IsWhyItFailed(Exception problem) =>
        problem is EncoderFallbackException || (problem is PostgresException { SqlState: var state } && state.StartsWith("22", StringComparison.Ordinal));
}
