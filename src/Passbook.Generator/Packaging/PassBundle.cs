namespace Passbook.Generator;

/// <summary>Writes and reads <c>.pkpasses</c>, several packages in one file that are added to Wallet together. Thread-safe.</summary>
/// <remarks>Source: Apple, "Distributing and updating a pass". iOS 15; older phones take single packages only.</remarks>
public static class PassBundle
{
    /// <summary>The media type of a bundle.</summary>
    public const string MediaType = "application/vnd.apple.pkpasses";

    /// <summary>The most passes Wallet takes from a bundle.</summary>
    public const int MaxPasses = 10;

    /// <summary>The most bytes Wallet takes as a bundle, 150 MB of a million bytes each.</summary>
    public const int MaxBytes = 150_000_000;

    /// <summary>Signs passes and writes them as a bundle, one after the other; no more than one is in memory at a time.</summary>
    /// <remarks>The passes are not validated; the assets are written as they are, neither copied nor hashed again.</remarks>
    /// <param name="output">Where to; it is not closed, and need not be seekable. After an exception, what it has is no bundle.</param>
    /// <param name="passes">The passes, at least one.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="PassBundleLimitException">There are more passes, or more bytes, than Wallet takes.</exception>
    /// <exception cref="ArgumentException">There is no pass, or one is of another pass type or team than its signer.</exception>
    /// <exception cref="PassCertificateException">A certificate's time is over, or has not begun.</exception>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<BundledPass> passes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(passes);
        var bundle = new BundleWriter(output);
        await foreach (var (pass, assets, signer) in passes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var package = PassPackage.Seal(pass, assets, signer);
            await bundle.AddAsync(package, cancellationToken).ConfigureAwait(false);
        }

        if (bundle.Count == 0)
            throw new ArgumentException("A bundle has at least one pass.", nameof(passes));
        await bundle.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="WriteAsync(Stream, IAsyncEnumerable{BundledPass}, CancellationToken)"/>
    public static Task WriteAsync(Stream output, IEnumerable<BundledPass> passes, CancellationToken cancellationToken = default) =>
        WriteAsync(output, passes.ToAsyncEnumerable(), cancellationToken);

    /// <summary>Opens a bundle and verifies each pass of it, as <see cref="PassPackage.ReadAsync(Stream, CancellationToken)"/> does.</summary>
    /// <inheritdoc cref="ReadAsync(Stream, PassReadOptions, CancellationToken)"/>
    public static IAsyncEnumerable<BundleEntry> ReadAsync(Stream input, CancellationToken cancellationToken = default) =>
        ReadAsync(input, PassReadOptions.Default, cancellationToken);

    /// <summary>Opens a bundle and verifies each pass of it, as <see cref="PassPackage.ReadAsync(Stream, PassReadOptions, CancellationToken)"/> does.</summary>
    /// <remarks>
    /// Safe for bundles from anyone. Each entry gives one result, in the order of the archive, be it a pass or not; no more than one
    /// is in memory at a time. A single pass gives one result without a name, which says that it is one. Passes beyond those that Wallet takes are read too, with a warning.
    /// </remarks>
    /// <param name="input">
    /// Where from; it is read from where it stands, and not closed. The directory of a bundle is at its end: a stream that cannot
    /// seek is copied to a temporary file first.
    /// </param>
    /// <param name="options">Limits, clock and trusted roots.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PassFormatException">It is no zip archive, or larger than the limits. Everything else is a problem.</exception>
    public static IAsyncEnumerable<BundleEntry> ReadAsync(Stream input, PassReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        return new BundleReader(input, options).ReadAsync(cancellationToken);
    }
}
