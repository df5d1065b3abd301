using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Comparison;

/// <summary>The same five passes, one of each classic style, made by passkit-generator and by this library.</summary>
public sealed class PasskitGeneratorTests
{
    private static readonly Dictionary<string, Pass> Passes = new(StringComparer.Ordinal)
    {
        ["boardingPass"] = ComparedPasses.BoardingPass,
        ["coupon"] = ComparedPasses.Coupon,
        ["eventTicket"] = ComparedPasses.EventTicket,
        ["generic"] = ComparedPasses.Generic,
        ["storeCard"] = ComparedPasses.StoreCard,
    };

    /// <summary>Every way in which the two may differ: where, why, and what exactly.</summary>
    private static readonly (string Path, string Why, Func<string?, string?, bool> IsSo)[] Explained =
    [
        (@"^\$\.\w+\.(header|primary|secondary|auxiliary|back)Fields$",
            "It writes a group of fields without a field as an empty list; we write nothing that was not set.",
            (theirs, ours) => theirs == "[]" && ours is null),
        (@"^\$\.barcode\.(format|message|messageEncoding|altText)$",
            "It leaves out the barcode for iOS 8; we write it where iOS 8 knows the format.",
            (theirs, ours) => theirs is null && ours is not null),
        (@"^\$\.(expirationDate|relevantDate|relevantDates\[\d\]\.\w+|semantics\.eventStartDateInfo\.date)$",
            "It turns these dates into UTC with thousandths; we keep the offset they were given with. The moment is the same.",
            (theirs, ours) => Moment(theirs) == Moment(ours) && theirs?.EndsWith('Z') == true && Regex.IsMatch(ours ?? "", @"\d[+-]\d\d:\d\d$")),
    ];

    [Fact]
    public async Task The_two_trees_are_equal_but_for_what_the_table_explains()
    {
        using var folder = new TemporaryFolder();
        await PasskitGenerator.BuildAsync(folder.Path);
        var used = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (name, pass) in Passes)
        {
            var theirs = JsonIn(folder.Read($"{name}.pkpass"));
            Assert.True(theirs.TryGetProperty(name, out _), $"{name} is not of that style.");

            foreach (var difference in JsonDifference.Between(theirs, JsonElement.Parse(PassJson.Serialize(pass))))
            {
                var explanation = Explained.FirstOrDefault(row => Regex.IsMatch(difference.Path, row.Path) && row.IsSo(difference.Theirs, difference.Ours));
                Assert.True(explanation.Why is not null, $"{name}: {difference}");
                used.Add(explanation.Why);
            }
        }

        Assert.Equal(Explained.Select(row => row.Why).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_packages_are_opened_without_a_problem_and_written_again_as_the_same_tree()
    {
        using var folder = new TemporaryFolder();
        await PasskitGenerator.BuildAsync(folder.Path);
        var options = new PassReadOptions { TrustedRoots = [Development.Authority.Root] };

        foreach (var name in Passes.Keys)
        {
            var package = folder.Read($"{name}.pkpass");

            var opened = await PassPackage.ReadAsync(new MemoryStream(package), options, TestContext.Current.CancellationToken);

            Assert.Empty(opened.Problems);
            Assert.True(JsonElement.DeepEquals(JsonIn(package), JsonElement.Parse(PassJson.Serialize(opened.Pass!))), name);
        }
    }

    private static DateTimeOffset? Moment(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static JsonElement JsonIn(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var json = (archive.GetEntry("pass.json") ?? throw new InvalidDataException("The package has no pass.json.")).Open();
        return JsonElement.Parse(new StreamReader(json).ReadToEnd());
    }
}
