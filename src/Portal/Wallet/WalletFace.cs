using System.Text.Json;

namespace Portal.Wallet;

/// <summary>One of the two faces of the protocol: the same handlers under another prefix and with other JSON names.</summary>
public sealed class WalletFace
{
    /// <summary>Apple's, under <c>/v1</c>.</summary>
    public static readonly WalletFace Apple = new() { Prefix = "/v1", LastUpdated = Name("lastUpdated"), SerialNumbers = Name("serialNumbers") };

    /// <summary>The one of the project this was specified from: no version, names with underscores, form bodies too.</summary>
    public static readonly WalletFace Original = new() { Prefix = "", LastUpdated = Name("last_updated"), SerialNumbers = Name("serial_numbers"), TakesForms = true };

    public required string Prefix { get; init; }

    public required JsonEncodedText LastUpdated { get; init; }

    public required JsonEncodedText SerialNumbers { get; init; }

    /// <summary>Whether a registration may come as <c>application/x-www-form-urlencoded</c>.</summary>
    public bool TakesForms { get; init; }

    /// <summary>How many segments stand before the resource.</summary>
    public int PrefixSegments => Prefix.Length == 0 ? 0 : 1;

    /// <summary>The face a request came in by.</summary>
    public static WalletFace Of(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<WalletFace>() ?? throw new InvalidOperationException("This endpoint is on no face of the protocol.");

    private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name);
}
