using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>What a lane needs of the dispatcher around it. Thread-safe; none of it waits.</summary>
public interface ILanePort
{
    /// <summary>Fires when the portal ends and no more time is left for what is under way.</summary>
    CancellationToken Abandon { get; }

    /// <summary>Takes the end of a claim, to be stored.</summary>
    void Complete(PushCompletion completion);

    /// <summary>There is room for more.</summary>
    void Hungry();

    /// <summary>A sender threw, which it must not.</summary>
    void Failed(Exception problem);
}
