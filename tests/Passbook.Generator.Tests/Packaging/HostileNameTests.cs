using System.Text;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Archives whose names are made to harm who unpacks them.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string> Unsafe =>
    [
        "../pass.json", "/etc/passwd", "..\\pass.json", "C:/pass.json", "C:pass.json", "\\\\server\\share\\x.png", "fi.lproj/../../x.png",
        "a//b.png", "./icon.png", "..", ".", "fi.lproj/..", ".. /x.png", ".../x.png", "icon.png\0.exe", "icon\n.png", "\u001b[2J.png",
        new string('a', 201) + ".png",
    ];

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void A_name_that_leads_out_is_told_and_not_read(string name)
    {
        var opened = Guarded.Read(new RawZip().Add(new RawEntry(name, [1])).Build());

        Assert.NotNull(opened);
        Assert.Single(opened.Problems, problem => problem.Code == PassProblemCode.NameUnsafe);
        Assert.All(opened.Problems, problem => Assert.DoesNotContain(problem.Message, char.IsControl));
        Assert.Empty(opened.Assets.Files);
    }

    [Theory]
    [InlineData("icon.png", "icon.png")]
    [InlineData("icon.png", "ICON.png")]
    [InlineData("fi.lproj/logo.png", "FI.lproj/logo.png")]
    [InlineData("k\u00e4py.png", "ka\u0308py.png")]
    public void Of_two_files_of_one_name_the_first_counts(string one, string other)
    {
        var opened = Guarded.Read(PackageBuilder.Zip([(one, [1]), (other, [2])]));

        Assert.Contains(opened?.Problems ?? [], problem => problem is { Code: PassProblemCode.NameDuplicate } && problem.Path == other);
        Assert.Equal([1], Assert.Single(opened?.Assets.Files ?? []).Content.ToArray());
    }

    [Fact]
    public void Of_two_pass_json_the_first_counts()
    {
        var package = new PackageBuilder(Samples.Coupon).Build();
        var other = PassJson.Serialize(Samples.Coupon with { Description = "Forged" });

        var opened = Guarded.Read(Reading.Append(package, new RawEntry("pass.json", other)));

        Assert.Equal([("pass.json", PassProblemCode.NameDuplicate)], opened?.Problems.Select(problem => (problem.Path, problem.Code)) ?? []);
        Assert.Equal(Samples.Coupon, opened?.Pass);
    }

    [Fact]
    public void A_name_of_64_kB_is_told_in_short()
    {
        var opened = Guarded.Read(new RawZip().Add(new RawEntry(new string('x', 65_000), [1])).Build());

        Assert.Single(opened?.Problems ?? [], problem => problem is { Code: PassProblemCode.NameUnsafe, Path.Length: < 1000, Message.Length: < 1000 });
    }

    [Fact]
    public void A_name_in_no_encoding_is_read_as_Latin_1()
    {
        var opened = Guarded.Read(new RawZip().Add(new RawEntry("", [1]) { RawName = [.. Encoding.Latin1.GetBytes("käpy.png")] }).Build());

        Assert.Equal("käpy.png", Assert.Single(opened?.Assets.Files ?? []).Name);
    }
}
