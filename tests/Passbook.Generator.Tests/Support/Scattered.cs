using System.Text.Json;

namespace Passbook.Generator.Tests.Support;

/// <summary>Values of the model in which chance decides what is set, and to what; the same chance gives the same value.</summary>
internal sealed class Scattered(int seed)
{
    private readonly Random _chance = new(seed);

    /// <summary>A record with its required properties, and some of the others.</summary>
    public object Record(Type type)
    {
        var record = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} has no empty form.");
        foreach (var property in Filled.Properties(type))
        {
            if (_chance.Next(4) == 0 || property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: true))
                property.SetValue(record, Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }

        return record;
    }

    private object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => Text(),
        _ when type == typeof(bool) => _chance.Next(2) == 0,
        _ when type == typeof(int) => _chance.Next(int.MinValue, int.MaxValue),
        _ when type == typeof(long) => _chance.NextInt64(long.MinValue, long.MaxValue),
        _ when type == typeof(ushort) => (ushort)_chance.Next(ushort.MaxValue + 1),
        _ when type == typeof(double) => _chance.NextDouble() * Math.Pow(10, _chance.Next(-9, 9)),
        _ when type == typeof(Uri) => new Uri($"https://example.com/{Uri.EscapeDataString(Text())}?a=%20{_chance.Next()}"),
        _ when type == typeof(PassDate) => (PassDate)Date(),
        _ when type == typeof(PassColor) => new PassColor((byte)_chance.Next(256), (byte)_chance.Next(256), (byte)_chance.Next(256)),
        _ when type == typeof(BeaconUuid) => (BeaconUuid)Guid.Parse($"5a4bcfce-174e-4bac-a814-{_chance.NextInt64(1L << 48):x12}"),
        _ when type == typeof(FieldValue) => _chance.Next(3) switch { 0 => Text(), 1 => _chance.Next() / 100m, _ => (FieldValue)Date() },
        _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(new Dictionary<string, object?>(StringComparer.Ordinal) { [Text()] = new object?[] { Text(), 1.5, null } }),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(_chance.Next(Enum.GetValues(type).Length)),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) => List(type.GetGenericArguments()[0]),
        _ => Record(type),
    };

    private string Text() => string.Concat(Enumerable.Range(0, _chance.Next(8)).Select(_ => _chance.Next(4) switch
    {
        0 => (char)_chance.Next(' '),
        1 => (char)_chance.Next(0xA0, 0xD7FF),
        _ => (char)_chance.Next(' ', '~'),
    }));

    private DateTimeOffset Date() =>
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(_chance.Next(-14 * 60, 14 * 60))).AddTicks(_chance.NextInt64(100 * TimeSpan.TicksPerDay * 365));

    private object? List(Type item)
    {
        var items = Array.CreateInstance(item, _chance.Next(3));
        for (var index = 0; index < items.Length; index++)
            items.SetValue(Value(item), index);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))?.MakeGenericMethod(item).Invoke(null, [items]);
    }
}
