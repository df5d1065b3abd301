using Portal.Passes;

namespace Portal.Tests.Passes;

public sealed class VoidWordsTests
{
    [Theory]
    [InlineData(true, 0, 0, "Wallet will show it greyed and invalid wherever it is added from now on; it is on no phone yet. You can undo this.", "Void")]
    [InlineData(true, 1, 0, "Wallet will show it greyed and invalid on 1 phone. You can undo this.", "Void and update 1 phone")]
    [InlineData(true, 0, 1, "Wallet will show it greyed and invalid wherever it is added from now on; it is on 1 phone that cannot be pushed from here yet. You can undo this.", "Void")]
    [InlineData(false, 2, 0, "Wallet will show it as valid on 2 phones. You can undo this.", "Make valid and update 2 phones")]
    [InlineData(false, 2, 1, "Wallet will show it as valid on 2 phones. It is also on 1 phone that cannot be pushed from here yet. You can undo this.", "Make valid and update 2 phones")]
    public void The_question_and_the_button_count_the_phones(bool voids, int pushed, int others, string question, string action) =>
        Assert.Equal((question, action), (VoidWords.Question(voids, new(pushed, others)), VoidWords.Action(voids, new(pushed, others))));

    [Theory]
    [InlineData(0, 0, "This pass is on no phone yet, so nobody will be told.", "On no phone yet, so nobody is told.")]
    [InlineData(0, 1, "This pass is on 1 phone that cannot be pushed from here yet, so nobody will be told.", "It is on 1 phone that cannot be pushed from here yet, so nobody is told.")]
    [InlineData(1, 0, null, "It goes to 1 phone.")]
    [InlineData(2, 0, null, "It goes to 2 phones.")]
    [InlineData(1, 2, null, "It goes to 1 phone. It is also on 2 phones that cannot be pushed from here yet.")]
    public void Before_and_after_a_save_the_same_is_said(int pushed, int others, string? before, string after) =>
        Assert.Equal((before, after), (SaveWords.NobodyWillBeTold(new(pushed, others)), SaveWords.WhoIsTold(new(pushed, others))));
}
