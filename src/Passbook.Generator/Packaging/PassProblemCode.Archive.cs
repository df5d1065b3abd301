namespace Passbook.Generator;

public static partial class PassProblemCode
{
    /// <summary>An entry that is a symbolic link, a device or the like. Error; it is not read.</summary>
    public const string EntryNotAFile = "entry-not-a-file";

    /// <summary>The archive has bytes that belong to none of its entries; other programs may find something in them. Warning.</summary>
    public const string ArchiveInconsistent = "archive-inconsistent";

    /// <summary><c>pass.json</c>, <c>manifest.json</c> or <c>signature</c> is larger than any pass needs. Error; it is not read.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>It is a bundle of passes where one pass was expected. Error; open it with <c>PassBundle</c>.</summary>
    public const string IsBundle = "is-bundle";

    /// <summary>It is one pass where a bundle of passes was expected. Error; open it with <c>PassPackage</c>.</summary>
    public const string IsSinglePass = "is-single-pass";

    /// <summary>An entry of a bundle that cannot be opened as a package. Error.</summary>
    public const string BundleEntryInvalid = "bundle-entry-invalid";

    /// <summary>A pass beyond those that Wallet takes from one bundle. Warning.</summary>
    public const string BundleTooMany = "bundle-too-many";
}
