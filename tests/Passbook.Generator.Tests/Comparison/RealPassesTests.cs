using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Passbook.Generator.Tests.Comparison;

/// <summary>Passes of other people, from the folder that PASSBOOK_REAL_PASSES names; docs/real-passes.md tells which and what came of it.</summary>
public sealed class RealPassesTests(ITestOutputHelper output)
{
    /// <summary>What is known about some of them, by the end of their path: a defect found by reading, or one of the package.</summary>
    private static readonly (string Path, string Finding)[] Known =
    [
        ("PassValidator.Test/bad.pkpass", PassProblemCode.CertificateWrong),
        ("passes/BoardingPass.pass/pass.json", "comments"),
        ("passes/Generic.zip", PassProblemCode.TopFolder),
        ("models/exampleBooking.pass/pass.json", "lacks transitType"),
        ("models/semanticBoardingPass.pass/pass.json", "lacks transitType"),
        ("models/posterEventTicketWithAdmissionLevel.pass/pass.json", "lacks serialNumber"),
        ("models/posterEventTicketWithNewSeats.pass/pass.json", "lacks serialNumber"),
        ("models/posterEventTicketWithUpcomingEvents.pass/pass.json", "lacks serialNumber"),
    ];

    private static readonly string[] Sound =
    [
        "passes/Event.pass/pass.json", "models/examplePass.pass/pass.json", "models/glowTime.pass/pass.json",
    ];

    [Fact]
    public async Task Every_pass_of_others_is_read_and_written_again_as_the_same_tree()
    {
        var files = FilesOfOthers();

        foreach (var file in files)
        {
            var findings = await FindingsAsync(file);
            output.WriteLine($"{file}: {(findings.Count == 0 ? "nothing" : string.Join(", ", findings))}");

            Assert.DoesNotContain("another tree", findings, StringComparer.Ordinal);
            if (Known.FirstOrDefault(known => file.EndsWith(known.Path, StringComparison.Ordinal)) is { Finding: { } finding })
                Assert.Contains(finding, findings, StringComparer.Ordinal);
            if (Sound.Any(path => file.EndsWith(path, StringComparison.Ordinal)))
                Assert.Empty(findings);
        }
    }

    [Fact]
    public async Task The_bad_package_differs_from_the_good_one_in_its_certificate()
    {
        var files = FilesOfOthers();
        var good = files.FirstOrDefault(file => file.EndsWith("PassValidator.Test/good.pkpass", StringComparison.Ordinal));
        var bad = files.FirstOrDefault(file => file.EndsWith("PassValidator.Test/bad.pkpass", StringComparison.Ordinal));
        Assert.SkipWhen(good is null || bad is null, "The two packages of pkpassvalidator are not in the folder.");

        var onlyBad = (await FindingsAsync(bad!)).Except(await FindingsAsync(good!), StringComparer.Ordinal);

        Assert.Equal(PassProblemCode.CertificateWrong, Assert.Single(onlyBad));
    }

    private static string[] FilesOfOthers()
    {
        var folder = Environment.GetEnvironmentVariable("PASSBOOK_REAL_PASSES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "PASSBOOK_REAL_PASSES names no folder with passes of others; docs/real-passes.md tells how to fill one.");
        string[] files =
        [
            .. Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".pkpass" or ".zip" || Path.GetFileName(file) is "pass.json" or "pass.strings")
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(files);
        return files;
    }

    private static async Task<List<string>> FindingsAsync(string file)
    {
        var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var findings = new List<string>();
        switch (Path.GetFileName(file))
        {
            case "pass.json":
                AddFindings(content, findings);
                break;
            case "pass.strings":
                Assert.NotEmpty(PassStrings.Read(content));
                break;
            default:
                var opened = await PassPackage.ReadAsync(new MemoryStream(content), TestContext.Current.CancellationToken);
                findings.AddRange(opened.Problems.Select(problem => problem.Code).Distinct(StringComparer.Ordinal));
                AddFindings(JsonIn(content), findings);
                break;
        }

        return findings;
    }

    /// <summary>The text of <c>pass.json</c>, by a reader of archives that is not ours.</summary>
    private static byte[] JsonIn(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var entry = archive.Entries.First(entry => entry.Name == "pass.json").Open();
        using var json = new MemoryStream();
        entry.CopyTo(json);
        return json.ToArray();
    }

    private static void AddFindings(byte[] json, List<string> findings)
    {
        try
        {
            if (!JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(PassJson.Serialize(PassJson.Deserialize(json)))))
                findings.Add("another tree");
        }
        catch (JsonException refusal)
        {
            var finding = Mend(ref json, refusal);
            Assert.False(findings.Contains(finding, StringComparer.Ordinal), refusal.Message);
            findings.Add(finding);
            AddFindings(json, findings);
        }
    }

    /// <summary>Says what is wrong and mends it: what is left can be compared.</summary>
    private static string Mend(ref byte[] json, JsonException refusal)
    {
        var tolerant = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        if (refusal.Message.Contains("missing: 'serialNumber'", StringComparison.Ordinal))
            return Complete(ref json, "serialNumber", pass => pass["serialNumber"] = "1");
        if (refusal.Message.Contains("missing: 'transitType'", StringComparison.Ordinal))
            return Complete(ref json, "transitType", pass => pass["boardingPass"]!["transitType"] = "PKTransitTypeAir");
        using var document = JsonDocument.Parse(json, tolerant);
        json = JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
        return "comments";
    }

    private static string Complete(ref byte[] json, string key, Action<JsonNode> set)
    {
        var pass = JsonNode.Parse(json) ?? throw new JsonException("There is no pass.");
        set(pass);
        json = JsonSerializer.SerializeToUtf8Bytes(pass);
        return $"lacks {key}";
    }
}
