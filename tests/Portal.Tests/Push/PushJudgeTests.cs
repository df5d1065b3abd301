using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Push;

namespace Portal.Tests.Push;

public sealed class PushJudgeTests
{
    private static readonly PushAnswer Forbidden = new(PushReaction.StopTopic) { Status = 403, Reason = "Forbidden" };

    private static readonly PushAnswer BadToken = new(PushReaction.TokenDead) { Status = 400, Reason = "BadDeviceToken" };

    private static readonly DuePush Push =
        new() { PushTargetId = 1, PassTypeId = 1, Kind = PushKind.Apple, PushToken = "token", Tag = 1, ExpiresAt = DateTimeOffset.MaxValue };

    private readonly PushJudge _judge = new(TimeProvider.System);

    [Fact]
    public void An_answer_after_a_stop_from_outside_stops_for_its_own_reason()
    {
        _judge.Stop("Stopped");
        Assert.Equal("Stopped", _judge.StopReason);

        Assert.Equal("Forbidden", _judge.Judge(Push, Forbidden).StopReason);
        Assert.Equal("Forbidden", _judge.StopReason);
    }

    [Fact]
    public void The_brake_after_a_stop_from_outside_is_called_the_brake()
    {
        _judge.Stop("Stopped");
        for (var token = 0; token < 20; token++)
            Assert.Null(_judge.Judge(Push, BadToken).StopReason);

        Assert.Equal(TopicStops.Brake, _judge.Judge(Push, BadToken).StopReason);
    }

    [Fact]
    public void The_first_refusal_stays_the_reason_until_the_topic_is_resumed()
    {
        _judge.Judge(Push, Forbidden);
        Assert.Equal("Forbidden", _judge.Judge(Push, Forbidden with { Reason = "BadCertificate" }).StopReason);

        _judge.Resume();

        Assert.Null(_judge.StopReason);
        Assert.Equal("Status403", _judge.Judge(Push, Forbidden with { Reason = null }).StopReason);
    }

    [Fact]
    public void What_is_taken_well_after_a_stop_from_outside_stops_nothing()
    {
        _judge.Stop("Stopped");
        Assert.Null(_judge.Judge(Push, new PushAnswer(PushReaction.Accepted) { Status = 200 }).StopReason);
    }
}
