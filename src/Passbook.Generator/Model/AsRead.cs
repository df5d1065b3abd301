namespace Passbook.Generator;

/// <summary>How something was written where it was read, to be written alike; it does not count when two passes are compared.</summary>
internal readonly struct AsRead<T>(T value) : IEquatable<AsRead<T>>
    where T : class
{
    /// <summary>What was read; null when it is written as we would write it anyway.</summary>
    public T? Value { get; } = value;

    public bool Equals(AsRead<T> other) => true;

    public override bool Equals(object? obj) => obj is AsRead<T>;

    public override int GetHashCode() => 0;
}
