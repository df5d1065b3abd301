using System.Diagnostics.CodeAnalysis;
using Portal.Data.Devices;
using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>Sends the pushes of one kind of target.</summary>
public interface IPushSender
{
    PushKind Kind { get; }

    /// <summary>The way to the service for a pass type; null while there is none, for want of a certificate for instance.</summary>
    ValueTask<IPushLine?> OpenAsync(int passTypeId, string topic, CancellationToken cancellationToken);
}

/// <summary>The way to a push service for one pass type. Thread-safe.</summary>
public interface IPushLine
{
    /// <summary>How many pushes may be under way at once, as far as is known now.</summary>
    int Capacity { get; }

    /// <summary>Takes a place under way; false when all are taken.</summary>
    bool TryReserve([NotNullWhen(true)] out IPushSlot? slot);
}

/// <summary>A place under way. It is given back when its one send ends.</summary>
public interface IPushSlot
{
    /// <summary>
    /// Sends the push. Every failure to get an answer is an answer too, so it is to throw for nothing but the caller's
    /// cancellation. A mistake that throws all the same gives the place back; the push is tried again later.
    /// </summary>
    Task<PushAnswer> SendAsync(DuePush push, CancellationToken cancellationToken);
}
