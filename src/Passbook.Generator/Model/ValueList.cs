using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>An immutable list that is equal to another one with equal items in the same order.</summary>
/// <remarks>
/// The default value is the empty list. As a member of a pass it is a JSON array, and it is left out of the JSON while empty; one that
/// was read as an empty array is written again as such.
/// Written as a collection expression: <c>Barcodes = [first, second]</c>, <c>Barcodes = [.. pass.Barcodes, third]</c>.
/// </remarks>
/// <typeparam name="T">What the list holds; equality uses its default comparer.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListConverterFactory))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IValueList
{
    private readonly T[]? _items;

    internal ValueList(T[] items, bool isRead = false) => _items = items.Length == 0 && !isRead ? null : items;

    /// <summary>The number of items.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>True when there is no item.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The item at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index] => (uint)index < (uint)Count ? _items![index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The items as a span, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Walks through the items without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    bool IValueList.IsWritten => _items is not null;

    JsonConverter IValueList.CreateConverter() => new ValueListConverter<T>();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items in brackets, for logs and test output.</summary>
    public override string ToString() => $"[{string.Join(", ", _items ?? [])}]";

    /// <summary>True when both lists hold equal items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>True when the lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of the given items, which are copied.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="T">What the list holds.</typeparam>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A list of the given items, which are copied.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="T">What the list holds.</typeparam>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items.ToArray());
}
