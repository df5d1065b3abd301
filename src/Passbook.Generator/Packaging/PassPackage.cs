namespace Passbook.Generator;

/// <summary>Writes and reads <c>.pkpass</c> packages. Thread-safe.</summary>
public static class PassPackage
{
    /// <summary>The media type of a package.</summary>
    public const string MediaType = "application/vnd.apple.pkpass";

    /// <summary>Signs a pass and writes it as a package.</summary>
    /// <remarks>
    /// The pass is not validated, but it must be of the signer's pass type and team. The assets are written as they are, neither
    /// copied nor hashed again.
    /// </remarks>
    /// <param name="output">Where to; it is not closed, and need not be seekable.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="assets">Its images and localisations.</param>
    /// <param name="signer">The certificate of its pass type.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">
    /// The pass is of another pass type or team than the signer, or has a number that JSON cannot hold (infinite, NaN).
    /// </exception>
    /// <exception cref="ObjectDisposedException">The signer was disposed.</exception>
    /// <exception cref="PassCertificateException">The certificate's time is over, or has not begun.</exception>
    public static async Task WriteAsync(
        Stream output, Pass pass, PassAssets assets, PassSigner signer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        using var package = Seal(pass, assets, signer);
        await package.WriteAsync(output, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs a pass and keeps its package in memory, beside the assets that it shares with others.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="assets">Its images and localisations.</param>
    /// <param name="signer">The certificate of its pass type.</param>
    /// <inheritdoc cref="WriteAsync" path="/remarks"/>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public static PackedPass Pack(Pass pass, PassAssets assets, PassSigner signer)
    {
        using var package = Seal(pass, assets, signer);
        return package.Keep();
    }

    /// <summary>Opens a package and verifies it: archive, manifest, signature, certificates, identifiers.</summary>
    /// <remarks>Safe for packages from anyone. The pass itself is not validated: see <see cref="PassValidator"/>.</remarks>
    /// <param name="input">Where from; it is read from where it stands, and not closed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PassFormatException">It is no zip archive, or larger than the limits. Everything else is a problem.</exception>
    public static Task<OpenedPass> ReadAsync(Stream input, CancellationToken cancellationToken = default) =>
        ReadAsync(input, PassReadOptions.Default, cancellationToken);

    /// <summary>Opens a package and verifies it: archive, manifest, signature, certificates, identifiers.</summary>
    /// <remarks>Safe for packages from anyone. The pass itself is not validated: see <see cref="PassValidator"/>.</remarks>
    /// <param name="input">Where from; it is read from where it stands, and not closed.</param>
    /// <param name="options">Limits, clock and trusted roots.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PassFormatException">It is no zip archive, or larger than the limits. Everything else is a problem.</exception>
    public static async Task<OpenedPass> ReadAsync(Stream input, PassReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        using var archive = await ArchiveBytes.ReadAsync(input, options.Limits, cancellationToken).ConfigureAwait(false);
        return new PassReader(options).Read(archive.Content, archive.IsRented);
    }

    /// <summary>Signs a pass and puts its package together.</summary>
    internal static SealedPackage Seal(Pass pass, PassAssets assets, PassSigner signer)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(signer);
        RequireSameIdentifiers(pass, signer);
        var block = assets.Block;
        var json = PassJson.Serialize(pass);
        var manifest = PassWriter.WriteManifest(json, block);
        return PassWriter.Write(block, json, manifest, signer.Sign(manifest));
    }

    // Wallet compares these with the certificate; to overwrite them here would hide a mistake of the caller's.
    private static void RequireSameIdentifiers(Pass pass, PassSigner signer)
    {
        if (!string.Equals(pass.PassTypeIdentifier, signer.PassTypeIdentifier, StringComparison.Ordinal))
            throw new ArgumentException($"The pass is of type '{pass.PassTypeIdentifier}', the certificate is for '{signer.PassTypeIdentifier}'.", nameof(pass));
        if (!string.Equals(pass.TeamIdentifier, signer.TeamIdentifier, StringComparison.Ordinal))
            throw new ArgumentException($"The pass is of team '{pass.TeamIdentifier}', the certificate is of team '{signer.TeamIdentifier}'.", nameof(pass));
    }
}
