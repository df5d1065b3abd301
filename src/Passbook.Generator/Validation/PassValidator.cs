using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Finds what Wallet would refuse or show otherwise than expected. Thread-safe.</summary>
/// <remarks>
/// The codes are those of <see cref="PassProblemCode"/>. Where Apple's own sources disagree, or where only memories of older documents
/// tell a limit, it warns rather than refuses. A pass without fault is checked in a few microseconds and a few hundred bytes: what can be
/// said of the assets alone is worked out once for each <see cref="PassAssets"/>.
/// </remarks>
public static class PassValidator
{
    /// <summary>Checks a pass.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="assets">Its images and localisations; what concerns them is not checked without.</param>
    /// <param name="signer">Its certificate; what concerns it is not checked without.</param>
    /// <param name="clock">The clock expiration is checked by; the system's when not given.</param>
    /// <returns>The problems; empty when there are none.</returns>
    public static IReadOnlyList<PassProblem> Validate(
        Pass pass, PassAssets? assets = null, PassSigner? signer = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var problems = new ProblemList();
        Check(pass, assets, signer, clock, problems);
        return problems.All;
    }

    /// <summary>Checks the text of a <c>pass.json</c>, also one that cannot be read as a <see cref="Pass"/>.</summary>
    /// <remarks>
    /// Tells all keys that are missing, stand there twice or have a value of the wrong kind, where
    /// <see cref="PassJson.Deserialize(ReadOnlySpan{byte})"/> stops at the first. Without such, it goes on as
    /// <see cref="Validate(Pass, PassAssets?, PassSigner?, TimeProvider?)"/> does.
    /// </remarks>
    /// <param name="utf8Json">The JSON in UTF-8, without a byte order mark.</param>
    /// <param name="assets">Its images and localisations; what concerns them is not checked without.</param>
    /// <param name="signer">Its certificate; what concerns it is not checked without.</param>
    /// <param name="clock">The clock expiration is checked by; the system's when not given.</param>
    /// <returns>The problems; empty when there are none.</returns>
    public static IReadOnlyList<PassProblem> ValidateJson(
        ReadOnlyMemory<byte> utf8Json, PassAssets? assets = null, PassSigner? signer = null, TimeProvider? clock = null)
    {
        var problems = new ProblemList();
        new JsonRules(problems).Check(utf8Json);
        if (problems.HasError)
            return problems.All;
        try
        {
            Check(PassJson.Deserialize(utf8Json.Span), assets, signer, clock, problems);
        }
        catch (JsonException wrong)
        {
            problems.Error(wrong.Path ?? "$", PassProblemCode.PassInvalid, $"pass.json cannot be read: {wrong.Message}");
        }

        return problems.All;
    }

    private static void Check(Pass pass, PassAssets? assets, PassSigner? signer, TimeProvider? clock, ProblemList problems)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        PassRules.Check(pass, problems);
        var looks = StyleRules.LooksOf(pass);
        StyleRules.Check(pass, problems);
        PosterRules.Check(pass, looks, problems);
        DateRules.Check(pass, now, problems);
        ColorRules.Check(pass, problems);
        FieldRules.Check(pass, problems);
        BarcodeRules.Check(pass.Barcodes, problems);
        PlaceRules.Check(pass, problems);
        NfcRules.Check(pass.Nfc, problems);
        ServiceRules.Check(pass, problems);
        LinkRules.Check(pass, problems);
        ActionRules.Check(pass.FeaturedActions, problems);
        UpcomingRules.Check(pass, looks, problems);
        SemanticsRules.Check(pass.Semantics, "$.semantics", problems);
        if (assets is not null)
            CheckAssets(pass, looks, AssetFacts.Of(assets), problems);
        if (signer is not null)
            SignerRules.Check(pass, signer, now, problems);
    }

    private static void CheckAssets(Pass pass, PassLooks looks, AssetFacts facts, ProblemList problems)
    {
        problems.AddRange(facts.Problems);
        ImageRules.Check(looks, facts.Images, problems);
        PosterRules.CheckArtwork(looks, facts.Images, problems);
        PersonalizationRules.Check(pass, facts.Personalization, problems);
        if (facts.Texts is { } texts)
            StringsRules.Check(pass, texts, problems);
    }
}
