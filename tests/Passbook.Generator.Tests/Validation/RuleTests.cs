using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Each rule: what breaks it and nothing else, and what does not break it.</summary>
public sealed partial class RuleTests
{
    // Broken packages: ReaderTests and HostileArchiveTests have one for each.
    private static readonly string[] OfPackages =
    [
        PassProblemCode.FileMissing, PassProblemCode.TopFolder, PassProblemCode.EntryDamaged, PassProblemCode.NameUnsafe, PassProblemCode.NameDuplicate,
        PassProblemCode.FileMisplaced, PassProblemCode.ManifestInvalid, PassProblemCode.ManifestLacksFile, PassProblemCode.ManifestFileMissing,
        PassProblemCode.HashDiffers, PassProblemCode.SignatureInvalid, PassProblemCode.SignatureWrong, PassProblemCode.SigningTimeMissing,
        PassProblemCode.CertificateMissing, PassProblemCode.IntermediateMissing, PassProblemCode.CertificateWrong, PassProblemCode.CertificateUntrusted,
        PassProblemCode.EntryNotAFile, PassProblemCode.ArchiveInconsistent, PassProblemCode.FileTooLarge, PassProblemCode.IsBundle, PassProblemCode.IsSinglePass,
        PassProblemCode.BundleEntryInvalid, PassProblemCode.BundleTooMany,
    ];

    public static TheoryData<RuleCase> Cases =>
        [
            .. PassCases.All, .. FieldCases.All, .. BarcodeCases.All, .. ServiceCases.All, .. PosterCases.All, .. ActionCases.All,
            .. FileCases.All, .. PersonalizationCases.All, .. JsonCases.All,
        ];

    private static string[] AllCodes { get; } =
        [.. typeof(PassProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetRawConstantValue()).OfType<string>()];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void What_breaks_a_rule_is_told_and_nothing_else(RuleCase rule)
    {
        var problem = Assert.Single(rule.Broken.Validate());

        Assert.Equal((rule.Code, rule.Path, rule.Severity), (problem.Code, problem.Path, problem.Severity));
        Assert.Matches(OneSentence(), problem.Message);
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void What_keeps_a_rule_is_without_fault(RuleCase rule) => Assert.Empty(rule.Kept.Validate());

    [Fact]
    public void Every_code_has_such_a_pair()
    {
        Assert.Equal(AllCodes.Length, AllCodes.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(AllCodes.Except(OfPackages, StringComparer.Ordinal).Except(Cases.Select(row => row.Data.Code), StringComparer.Ordinal));
    }

    [Fact]
    public void The_samples_are_without_fault() => Assert.All(Samples.AllStyles, pass =>
        Assert.Empty(PassValidator.Validate(pass, FileCases.Images, Development.Signer)));

    [Fact]
    public void A_localized_sample_is_without_fault() => Assert.Empty(PassValidator.Validate(Samples.StoreCard, Samples.Assets, Development.Signer));

    [Fact]
    public void A_pass_without_fault_is_checked_within_a_kilobyte()
    {
        // The runtime makes anew now and then what it keeps for all threads, on the thread that meets it: the least of several is what a check takes.
        Assert.InRange(Enumerable.Range(0, 10).Min(_ => AllocatedByCheck()), 0, 1024);

        static long AllocatedByCheck()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            PassValidator.Validate(Samples.StoreCard, Samples.Assets, Development.Signer);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void The_README_lists_every_code_with_its_meaning()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(PassProblemCode).Assembly.Location, ".xml"));
        var codes = typeof(PassProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => $"| `{field.GetRawConstantValue()}` | {Meaning(documentation, field.Name)} |");
        var readme = File.ReadAllLines(Path.Combine(Here(), "../../../src/Passbook.Generator/README.md"));

        Assert.Equal(codes.Order(StringComparer.Ordinal), readme.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The summary of a code, as Markdown.</summary>
    private static string Meaning(XDocument documentation, string name)
    {
        var summary = documentation.Descendants("member").Single(member => (string?)member.Attribute("name") == $"F:Passbook.Generator.PassProblemCode.{name}").Element("summary");
        return string.Concat(summary!.Nodes().Select(node => node is XElement code ? $"`{code.Value}`" : node.ToString()));
    }

    // It begins with a capital or a name in quotation marks, and has no end before its end.
    [GeneratedRegex(@"^['A-Zi](?!.*[.!?] [A-Z]).*[^.]\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OneSentence();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
