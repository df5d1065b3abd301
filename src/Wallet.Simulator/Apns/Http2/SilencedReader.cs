using System.IO.Pipelines;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>What comes in on a connection, until it falls silent: from then on nothing is read, so the peer's writes back up.</summary>
internal sealed class SilencedReader(PipeReader source, Silence silence) : PipeReader
{
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = source.ReadAsync(cancellationToken);
        return read.IsCompletedSuccessfully && !silence.IsOn ? read : ListenAsync(read);
    }

    public override bool TryRead(out ReadResult result) => source.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => source.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => source.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => source.CancelPendingRead();

    public override void Complete(Exception? exception = null) => source.Complete(exception);

    private async ValueTask<ReadResult> ListenAsync(ValueTask<ReadResult> read)
    {
        var result = await read;
        if (silence.IsOn) await silence.Over;
        return result;
    }
}
