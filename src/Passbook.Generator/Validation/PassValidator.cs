namespace Passbook.Generator;

/// <summary>Finds what Wallet would refuse or show otherwise than expected. Thread-safe.</summary>
/// <remarks>The codes are those of <see cref="PassProblemCode"/>. Where Apple's own sources disagree, it warns rather than refuses.</remarks>
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
        var problems = new ProblemList();
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        PassRules.Check(pass, now, problems);
        FieldRules.Check(pass, problems);
        BarcodeRules.Check(pass.Barcodes, problems);
        PlaceRules.Check(pass, problems);
        NfcRules.Check(pass.Nfc, problems);
        ServiceRules.Check(pass, problems);
        if (assets is not null)
        {
            ImageRules.Check(pass, assets, problems);
            StringsRules.Check(pass, assets, problems);
        }

        if (signer is not null)
            SignerRules.Check(pass, signer, now, problems);
        return problems.All;
    }
}
