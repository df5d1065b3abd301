using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

/// <summary>The model against a table of the format that was written without it: every key, its spelling and its JSON type.</summary>
public sealed partial class EveryKeyTests
{
    public static TheoryData<string> Tables => [.. KeyTable.Objects.Keys];

    [Fact]
    public void Every_record_has_a_table() =>
        Assert.Equal(KeyTable.Objects.Keys.Order(StringComparer.Ordinal), Filled.Records.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void With_everything_set_the_keys_are_those_of_the_table_and_no_others(string record) => Assert.Equal(
        KeyTable.Objects[record].Select(key => key.Name).Order(StringComparer.Ordinal),
        Write(record).Select(member => member.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_key_has_the_type_of_the_table(string record)
    {
        var written = Write(record);

        Assert.All(KeyTable.Objects[record], key => Assert.True(Fits(key, written[key.Name]), $"{key.Name}: {written[key.Name]?.ToJsonString()} is no {key.Kind}"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_property_is_written_to_the_key_of_its_name(string record)
    {
        var written = Write(record).ToDictionary(member => member.Key, member => member.Value, StringComparer.OrdinalIgnoreCase);

        Assert.All(Filled.Properties(TypeOf(record)), property =>
        {
            Assert.True(written.TryGetValue(property.Name, out var value), $"{property.Name} is not written.");
            if (property.PropertyType == typeof(string) || property.PropertyType == typeof(Uri))
                Assert.EndsWith(Filled.Name(property), value?.GetValue<string>(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_written_is_read_back_whole(string record)
    {
        var filled = Filled.Record(TypeOf(record));
        var json = JsonSerializer.Serialize(filled, filled.GetType(), PassJson.Options);

        var read = JsonSerializer.Deserialize(json, filled.GetType(), PassJson.Options);

        Assert.Equal(filled, read);
        Assert.Equal(json, JsonSerializer.Serialize(read, filled.GetType(), PassJson.Options));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Nothing_is_written_that_was_not_set(string record)
    {
        var empty = Activator.CreateInstance(TypeOf(record))!;
        string[] always = ["formatVersion", "messageEncoding", "type"];
        var required = TypeOf(record).GetProperties().Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), true));

        var written = JsonSerializer.SerializeToNode(empty, empty.GetType(), PassJson.Options)!.AsObject().Select(member => member.Key);

        Assert.Empty(written.Except([.. always, .. required.Select(property => property.Name)], StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Keys_that_are_not_known_survive(string record)
    {
        var json = Write(record);
        json["keyOfIos40"] = JsonNode.Parse("""{"a":[1,{"b":null}]}""");

        var read = JsonSerializer.Deserialize(json.ToJsonString(), TypeOf(record), PassJson.Options);

        Assert.True(JsonNode.DeepEquals(json, JsonSerializer.SerializeToNode(read, TypeOf(record), PassJson.Options)));
        Assert.NotEqual(Filled.Record(TypeOf(record)), read);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_name_of_a_closed_set_is_read_and_written_and_so_is_one_that_came_later(string record)
    {
        foreach (var key in KeyTable.Objects[record].Where(key => key.Kind == "name"))
        {
            var property = Assert.Single(Filled.Properties(TypeOf(record)), property => string.Equals(property.Name, key.Name, StringComparison.OrdinalIgnoreCase));
            var closed = ClosedSet(property.PropertyType);
            var read = key.Names.Select(name => JsonSerializer.Deserialize($"\"{name}\"", closed, PassJson.Options)!).ToArray();
            Assert.Equal(Enum.GetValues(closed).Cast<object>().Order(), read.Order());

            var later = JsonSerializer.Deserialize("\"OfIos40\"", closed, PassJson.Options)!;
            Assert.False(Enum.IsDefined(closed, later));
            Assert.Equal("\"OfIos40\"", JsonSerializer.Serialize(later, closed, PassJson.Options));
            Assert.Equal(later, JsonSerializer.Deserialize("\"OfIos40\"", closed, PassJson.Options));
            Assert.NotEqual(later, JsonSerializer.Deserialize("\"OfIos41\"", closed, PassJson.Options));
        }
    }

    private static JsonObject Write(string record) =>
        JsonSerializer.SerializeToNode(Filled.Record(TypeOf(record)), TypeOf(record), PassJson.Options)!.AsObject();

    private static Type TypeOf(string record) => Filled.Records.Single(type => type.Name == record);

    private static Type ClosedSet(Type type) => type switch
    {
        { IsEnum: true } => type,
        _ => ClosedSet(type.GetGenericArguments()[0]),
    };

    private static bool Fits(KeyTable.Key key, JsonNode? value) => key.IsList
        ? value is JsonArray { Count: 1 } list && Fits(key with { IsList = false }, list[0])
        : (key.Kind, value?.GetValueKind()) switch
        {
            ("any", _) => value is not null,
            ("object", JsonValueKind.Object) => true,
            ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True) => true,
            ("string", JsonValueKind.String) => true,
            ("name", JsonValueKind.String) => key.Names.Contains(value!.GetValue<string>(), StringComparer.Ordinal),
            ("date", JsonValueKind.String) => value!.GetValue<string>() == Filled.Date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ("colour", JsonValueKind.String) => Rgb.IsMatch(value!.GetValue<string>()),
            ("url", JsonValueKind.String) => value!.GetValue<string>().StartsWith("https://", StringComparison.Ordinal),
            _ => false,
        };

    [GeneratedRegex(@"^rgb\(\d+, \d+, \d+\)$")]
    private static partial Regex Rgb { get; }
}
