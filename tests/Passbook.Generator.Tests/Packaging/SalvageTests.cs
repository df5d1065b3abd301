using System.Text;
using System.Text.Json.Nodes;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>A value of the wrong kind costs that value, not the pass.</summary>
public sealed class SalvageTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("maxDistance", "\"100\"", "$.maxDistance")]
    [InlineData("voided", "\"true\"", "$.voided")]
    [InlineData("backgroundColor", "\"xx#fffzz\"", "$.backgroundColor")]
    [InlineData("semantics", "{\"flightNumber\":\"911\",\"airlineCode\":\"AY\"}", "$.semantics.flightNumber")]
    [InlineData("locations", "[{\"latitude\":1,\"longitude\":2},{\"latitude\":\"x\",\"longitude\":2}]", "$.locations[1].latitude")]
    public async Task What_is_wrong_is_told_and_the_rest_is_given(string key, string value, string path)
    {
        var opened = await OpenAsync(json => json[key] = JsonNode.Parse(value));

        Assert.Equal(Samples.Coupon.SerialNumber, opened.Pass?.SerialNumber);
        Assert.Equal(Samples.Coupon.Coupon, opened.Pass?.Coupon);
        Assert.Contains(opened.Problems, problem => problem.Code == PassProblemCode.PassInvalid && problem.Path == path);
    }

    [Theory]
    [InlineData("{\"backFields\":{}}", "$.coupon.backFields")]
    [InlineData("{\"backFields\":[null]}", "$.coupon.backFields[0]")]
    [InlineData("{\"backFields\":[{\"key\":\"a\",\"value\":true}]}", "$.coupon.backFields[0].value")]
    public async Task A_field_that_is_wrong_costs_that_field(string coupon, string path)
    {
        var opened = await OpenAsync(json => json["coupon"] = JsonNode.Parse(coupon));

        Assert.Equal(new PassFields(), opened.Pass?.Coupon);
        Assert.Equal(path, Assert.Single(opened.Problems).Path);
    }

    [Fact]
    public async Task Several_wrong_values_are_all_told()
    {
        var opened = await OpenAsync(json => (json["maxDistance"], json["voided"]) = ("100", "true"));

        Assert.NotNull(opened.Pass);
        Assert.Equal("$.maxDistance $.voided", string.Join(' ', opened.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Without_a_required_value_there_is_no_pass()
    {
        var opened = await OpenAsync(json => json["serialNumber"] = 42);

        Assert.Null(opened.Pass);
        Assert.Contains(opened.Problems, problem => problem.Path == "$.serialNumber");
    }

    private static async Task<OpenedPass> OpenAsync(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(PassJson.Serialize(Samples.Coupon))!.AsObject();
        change(json);
        var builder = new PackageBuilder(Samples.Coupon);
        builder.Files["pass.json"] = Encoding.UTF8.GetBytes(json.ToJsonString());
        return await PassPackage.ReadAsync(new MemoryStream(builder.Build()), CancellationToken);
    }
}
