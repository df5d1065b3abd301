using System.Text.Json;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>
/// Whatever the reader is given, it throws nothing but its own exception, and takes no more than a second and 64 MB; and a pass it
/// makes of it can be checked and written again.
/// </summary>
[Trait("Length", "Long")]
public sealed class FuzzTests
{
    private static readonly byte[] EveryKey = PassJson.Serialize((Pass)Filled.Record(typeof(Pass)));

    private static readonly byte[][] Passes = [.. Samples.AllStyles.Select(PassJson.Serialize), EveryKey, EveryKey, EveryKey];

    private static readonly Dictionary<string, byte[]>[] Contents =
        [.. Samples.AllStyles.Select(pass => Reading.Unpack(new PackageBuilder(pass).Build()))];

    private static readonly byte[][] Archives =
    [
        .. Samples.AllStyles.Select(pass => Packages.Write(pass, Samples.Assets)),
        .. Samples.AllStyles.Select(pass => new PackageBuilder(pass).Build()),
    ];

    [Fact]
    public void Archives_with_changed_bytes() => FuzzRun.Try(30, random =>
        Use(Guarded.Read(ByteMutation.Change(Pick(Archives, random), random))));

    [Fact]
    public void Archives_with_changed_records() => FuzzRun.Try(20, random =>
        Use(Guarded.Read(ZipMutation.Write(Pick(Contents, random), random))));

    [Fact]
    public void Files_with_changed_bytes_in_an_archive_that_is_right() => FuzzRun.Try(20, random =>
    {
        var files = new Dictionary<string, byte[]>(Pick(Contents, random), StringComparer.Ordinal);
        var name = Pick([.. files.Keys], random);
        files[name] = ByteMutation.Change(files[name], random);
        Use(Guarded.Read(Reading.Pack(files)));
    });

    [Fact]
    public void Passes_that_are_another_JSON() => FuzzRun.Try(20, random =>
    {
        var json = JsonMutation.Change(Pick(Passes, random), random);
        var files = new Dictionary<string, byte[]>(Pick(Contents, random), StringComparer.Ordinal) { ["pass.json"] = json };
        Use(Guarded.Read(Reading.Pack(files)));
        ReadAlone(json);
        PassValidator.ValidateJson(json);
    });

    [Fact]
    public void Bundles_with_changed_bytes() => FuzzRun.Try(10, random =>
    {
        var bundle = PackageBuilder.Zip([("1.pkpass", Pick(Archives, random)), ("2.pkpass", ByteMutation.Change(Pick(Archives, random), random))]);
        foreach (var entry in Guarded.ReadBundle(random.Next(2) == 0 ? bundle : ByteMutation.Change(bundle, random)))
            Use(entry.Opened);
    });

    private static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];

    private static void ReadAlone(byte[] json)
    {
        try
        {
            PassJson.Deserialize(json);
        }
        catch (JsonException)
        {
            // Documented.
        }
    }

    private static void Use(OpenedPass? opened)
    {
        if (opened?.Pass is not { } pass)
            return;
        PassValidator.Validate(pass, opened.Assets);
        RequiresIos.Find(pass, opened.Assets);
        if (Write(pass) is { } json)
            Assert.Equal(pass, PassJson.Deserialize(json));
    }

    private static byte[]? Write(Pass pass)
    {
        try
        {
            return PassJson.Serialize(pass);
        }
        catch (JsonException wrong) when (wrong.Message.Contains("has no name", StringComparison.Ordinal))
        {
            // Values of later enumerations are kept by their names, but not names that are too long or too many: see NamedEnum.
            return null;
        }
    }
}
