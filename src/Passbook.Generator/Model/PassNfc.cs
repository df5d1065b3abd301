using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What the pass says to a contactless reader. Needs a pass type certificate with NFC, which Apple grants on request.</summary>
public sealed record PassNfc
{
    private UnknownKeys? _unknown;

    /// <summary>What is sent to the reader, at most 64 bytes in UTF-8.</summary>
    public required string Message { get; init; }

    /// <summary>The reader's public key: Base64 of an X.509 SubjectPublicKeyInfo with a compressed P-256 point.</summary>
    public required string EncryptionPublicKey { get; init; }

    /// <summary>True: the phone must be unlocked by its owner for each use; a poster event ticket needs it. False or not set: it need not.</summary>
    public bool? RequiresAuthentication { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    /// <summary>What this is; never the message, so that a pass may be logged.</summary>
    public override string ToString() => nameof(PassNfc);
}
