namespace Passbook.Generator;

/// <summary>A file of a pass beside <c>pass.json</c>: an image or a localisation.</summary>
/// <param name="Name">
/// The path in the package with <c>/</c>: <c>icon@2x.png</c>, or in the folder of a language <c>fi.lproj/logo.png</c>.
/// Upper and lower case matter to Wallet.
/// </param>
/// <param name="Content">The bytes of the file.</param>
public sealed record PassAsset(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The texts of a language as its <c>pass.strings</c> file.</summary>
    /// <param name="language">The language as Apple writes it: <c>fi</c>, <c>pt-BR</c>, <c>zh-Hans</c>.</param>
    /// <param name="texts">Each text of the pass with its translation.</param>
    /// <exception cref="ArgumentException">The language is empty, or no name of a folder.</exception>
    public static PassAsset ForLanguage(string language, IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        var name = $"{language}.lproj/{PassStrings.FileName}";
        return AssetName.Problem(name) is { } problem
            ? throw new ArgumentException(problem, nameof(language))
            : new PassAsset(name, PassStrings.Write(texts));
    }

    /// <summary>What somebody is asked for when adding the pass, as its <c>personalization.json</c> file.</summary>
    /// <param name="personalization">What is asked for. The pass also needs <see cref="Pass.Nfc"/> and images <c>personalizationLogo</c>.</param>
    public static PassAsset ForPersonalization(PassPersonalization personalization) =>
        new("personalization.json", PassJson.Serialize(personalization));
}
