using Portal.Data.Devices;

namespace Portal.Wallet.Requests;

/// <summary>The <c>Authorization</c> header of a wallet: a word of its kind and the token of the pass.</summary>
/// <param name="Word">The word in its usual spelling.</param>
/// <param name="Kind">Who pushes to wallets of this kind.</param>
/// <param name="Token">The authentication token it presents.</param>
public readonly record struct PassAuthorization(string Word, PushKind Kind, string Token)
{
    private static readonly (string Word, PushKind Kind)[] Known =
    [
        ("ApplePass", PushKind.Apple),
        ("AndroidPass", PushKind.WalletPasses),
        ("AttidoPass", PushKind.PassWallet),
        ("WalletUnionPass", PushKind.WalletUnion),
    ];

    /// <summary>The words that are taken, in their usual spelling.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Known.Select(known => known.Word)];

    /// <summary>Reads the header. None, two of them, another word or no token: there is no authorization.</summary>
    public static bool TryRead(HttpRequest request, out PassAuthorization authorization)
    {
        authorization = default;
        var headers = request.Headers.Authorization;
        if (headers.Count != 1 || headers[0] is not { } header)
            return false;

        var text = header.AsSpan().Trim();
        var space = text.IndexOf(' ');
        if (space < 0)
            return false;

        foreach (var (word, kind) in Known)
        {
            if (!text[..space].Equals(word, StringComparison.OrdinalIgnoreCase))
                continue;
            // Pass2U speaks as Apple's Wallet does and tells itself apart by a header.
            var isPass2U = request.Headers["X-Pass-Client"].ToString().Equals("Passes", StringComparison.OrdinalIgnoreCase);
            authorization = new(word, isPass2U ? PushKind.Pass2U : kind, text[space..].Trim().ToString());
            return true;
        }

        return false;
    }
}
