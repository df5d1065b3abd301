namespace Passbook.Generator;

/// <summary>A pass to be written into a bundle, with what <see cref="PassPackage.WriteAsync"/> needs for it.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Assets">Its images and localisations; passes of one bundle may share them.</param>
/// <param name="Signer">The certificate of its pass type; passes of one bundle may be of several types.</param>
public sealed record BundledPass(Pass Pass, PassAssets Assets, PassSigner Signer);

/// <summary>What was found in one entry of a bundle.</summary>
/// <param name="Name">The name of the entry, such as <c>1.pkpass</c>.</param>
/// <param name="Opened">The pass and its problems; there is no pass when the entry is no package, and a problem says so.</param>
public sealed record BundleEntry(string Name, OpenedPass Opened);
