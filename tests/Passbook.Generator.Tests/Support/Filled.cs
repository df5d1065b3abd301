using System.Reflection;
using System.Text.Json;

namespace Passbook.Generator.Tests.Support;

/// <summary>Values of the model with every public property set, to something that tells the property.</summary>
internal static class Filled
{
    public static readonly DateTimeOffset Date = new(2027, 5, 1, 18, 30, 0, new TimeSpan(-3, -30, 0));

    /// <summary>Every record that stands for an object of the JSON.</summary>
    public static IEnumerable<Type> Records => typeof(Pass).Assembly.GetExportedTypes().Where(type =>
        type.GetMember("UnknownMembers", BindingFlags.Instance | BindingFlags.NonPublic) is [PropertyInfo]);

    /// <summary>What can be set in a record; what only shows other properties is left out.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    /// <summary>A record with everything set.</summary>
    public static object Record(Type type)
    {
        var record = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} has no empty form.");
        foreach (var property in Properties(type))
            property.SetValue(record, Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, Name(property)));
        return record;
    }

    /// <summary>What a text property is set to.</summary>
    public static string Name(PropertyInfo property) => $"{property.ReflectedType?.Name}.{property.Name}";

    private static object? Value(Type type, string name) => type switch
    {
        _ when type == typeof(string) => name,
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) || type == typeof(long) || type == typeof(ushort) || type == typeof(double) => Convert.ChangeType(7, type, null),
        _ when type == typeof(Uri) => new Uri($"https://example.com/{name}"),
        _ when type == typeof(PassDate) => (PassDate)Date,
        _ when type == typeof(PassColor) => new PassColor(1, 2, 3),
        _ when type == typeof(BeaconUuid) => (BeaconUuid)Guid.Parse("5a4bcfce-174e-4bac-a814-092e77f6b7e5"),
        _ when type == typeof(FieldValue) => (FieldValue)name,
        _ when type == typeof(JsonElement) => JsonElement.Parse($"{{\"{name}\":[1,null]}}"),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) => List(type.GetGenericArguments()[0], name),
        _ => Record(type),
    };

    private static object? List(Type item, string name)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Value(item, name), 0);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))?.MakeGenericMethod(item).Invoke(null, [items]);
    }
}
